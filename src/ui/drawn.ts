const LONGEST_MS = 100; // a page in the background has no frames

/** Resolves once the next frame is on its way to the screen. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // A message posted from a frame callback arrives once that frame is on its way to the screen.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve();
      };
      channel.port2.postMessage(null);
    });
  });
}
