import { type ReactNode, useEffect, useRef, useState } from "react";

interface Props {
  /** Room kept free until then, in CSS pixels. */
  readonly height: number;
  readonly children: ReactNode;
}

const AHEAD = "400px"; // a part is drawn a little before it comes into view

/** Draws its children once they come near the screen, and keeps them. */
export function WhenSeen({ height, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
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
  return (
    <div ref={place} style={isSeen ? undefined : { minHeight: height }}>
      {isSeen && children}
    </div>
  );
}
