import { useEffect } from "react";
import type { Scene } from "../scene/scene";

let isFirst = true;

/** Marks in the browser's performance timeline when a scene has been painted, for `npm run bench`. */
export function usePainted(scene: Scene | null): void {
  useEffect(() => {
    if (!scene) return;
    const channel = new MessageChannel();
    // A message posted from a frame callback arrives once that frame is on its way to the screen.
    channel.port1.onmessage = () => {
      channel.port1.close();
      if (isFirst) performance.mark("understory:first-plot");
      isFirst = false;
      if (performance.getEntriesByName("understory:asked").length === 0) return;
      performance.measure("understory:change", "understory:asked");
      performance.clearMarks("understory:asked");
    };
    const frame = requestAnimationFrame(() => channel.port2.postMessage(null));
    return () => cancelAnimationFrame(frame);
  }, [scene]);
}
