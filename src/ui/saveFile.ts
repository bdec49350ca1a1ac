/** Hands a file to the browser to be saved. Nothing leaves the machine. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download has begun by the next turn; keeping the blob would only hold memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
