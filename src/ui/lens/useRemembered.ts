import { useState } from "react";

/** A switch that keeps its place from visit to visit; off at first. Where storage is denied it lasts for this visit. */
export function useRemembered(key: string): readonly [boolean, (next: boolean) => void] {
  const [isOn, setOn] = useState(() => stored(key));
  return [
    isOn,
    (next) => {
      setOn(next);
      try {
        localStorage.setItem(key, next ? "on" : "off");
      } catch {
        // The choice then lasts for this visit.
      }
    },
  ];
}

function stored(key: string): boolean {
  try {
    return localStorage.getItem(key) === "on";
  } catch {
    return false;
  }
}
