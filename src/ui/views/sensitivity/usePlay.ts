import { useEffect, useState } from "react";
import { useMedia } from "../../useMedia";

const WHOLE_MS = 8000; // of all steps, as far as each keeps these bounds
const LEAST_MS = 80;
const MOST_MS = 700;

export interface Play {
  /** Steps that are shown now, from 1 to all. */
  readonly shown: number;
  readonly isPlaying: boolean;
  /** True where the reader wants no motion: a press then goes one step on. */
  readonly isStill: boolean;
  readonly press: () => void;
  readonly goTo: (shown: number) => void;
}

/** Steps that are shown one after the other on request; all of them before it, and whenever there are others. */
export function usePlay(count: number): Play {
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const [shown, setShown] = useState(count);
  const [isPlaying, setPlaying] = useState(false);
  const [of, setOf] = useState(count);
  if (of !== count) {
    setOf(count);
    setShown(count);
    setPlaying(false);
  }
  const isRunning = isPlaying && !isStill && shown < count;
  useEffect(() => {
    if (!isRunning) return;
    const each = Math.min(MOST_MS, Math.max(LEAST_MS, WHOLE_MS / count));
    const timer = setInterval(() => setShown((n) => Math.min(count, n + 1)), each);
    return () => clearInterval(timer);
  }, [isRunning, count]);
  return {
    shown,
    isStill,
    isPlaying: isRunning,
    press: () => {
      if (shown >= count) setShown(1);
      else if (isStill) setShown(shown + 1);
      setPlaying(!isRunning);
    },
    goTo: (next) => {
      setPlaying(false);
      setShown(next);
    },
  };
}
