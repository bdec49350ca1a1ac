import { useEffect } from "react";
import type { Scene } from "../scene/scene";
import { drawn } from "./drawn";

let isFirst = true;

/** Marks in the browser's performance timeline when a scene has been painted, for `npm run bench`. */
export function usePainted(scene: Scene | null): void {
  useEffect(() => {
    if (!scene) return;
    let isCurrent = true;
    void drawn().then(() => {
      if (isCurrent) markPainted();
    });
    return () => {
      isCurrent = false;
    };
  }, [scene]);
}

function markPainted(): void {
  if (isFirst) performance.mark("understory:first-plot");
  isFirst = false;
  if (performance.getEntriesByName("understory:asked").length === 0) return;
  performance.measure("understory:change", "understory:asked");
  performance.clearMarks("understory:asked");
}
