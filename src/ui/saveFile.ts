/** Hands a text to the browser to be saved as a file. Nothing leaves the machine. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download has begun by the next turn; keeping the blob would only hold memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
