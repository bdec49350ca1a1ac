import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ForestInput } from "../../../plots/forestInput";
import { PartInputContext } from "./partInput";

interface Props {
  /** Room kept free until then, in CSS pixels. */
  readonly height: number;
  /** The newest answer that parts may show. */
  readonly input: ForestInput | null;
  /** Told when it comes near the screen, and when it leaves. */
  readonly onNear?: (isNear: boolean) => void;
  readonly children: ReactNode;
}

const AHEAD = "400px"; // a part is drawn a little before it comes into view
const OPENING_MS = 2000;

/** Draws its children once they come near the screen, and keeps them; away from it they stay at the answer they had. */
export function WhenSeen({ height, input, onNear, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [shown, setShown] = useState<ForestInput | null>(null);
  // What opens is short at first: without its room, those below would come near the screen and open one and all.
  const [isOpen, setOpen] = useState(false);
  if (isNear && shown !== input) setShown(input);
  const isSeen = shown !== null;
  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (!last) return;
        setNear(last.isIntersecting);
        onNear?.(last.isIntersecting);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [onNear]);
  useEffect(() => {
    if (!isSeen) return;
    const timer = setTimeout(() => setOpen(true), OPENING_MS);
    return () => clearTimeout(timer);
  }, [isSeen]);
  return (
    <div ref={place} style={isOpen ? undefined : { minHeight: height }}>
      {isSeen && <PartInputContext value={shown}>{children}</PartInputContext>}
    </div>
  );
}
