import { type ReactNode, useEffect, useRef, useState } from "react";

interface Props {
  /** Room kept free until then, in CSS pixels. */
  readonly height: number;
  readonly children: ReactNode;
}

const AHEAD = "400px"; // a part is drawn a little before it comes into view
const OPENING_MS = 2000;

/** Draws its children once they come near the screen, and keeps them. */
export function WhenSeen({ height, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  // What opens is short at first: without its room, those below would come near the screen and open one and all.
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isSeen || !place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isSeen]);
  useEffect(() => {
    if (!isSeen) return;
    const timer = setTimeout(() => setOpen(true), OPENING_MS);
    return () => clearTimeout(timer);
  }, [isSeen]);
  return (
    <div ref={place} style={isOpen ? undefined : { minHeight: height }}>
      {isSeen && children}
    </div>
  );
}
