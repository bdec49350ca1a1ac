import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
} from "react";
import type { ForestLayout } from "../../plots/forestLayout";
import { overviewStrip } from "../../plots/overviewStrip";
import { counted } from "../../words/phrase";
import { SceneView } from "../SceneView";
import styles from "./OverviewStrip.module.css";

interface Props {
  readonly layout: ForestLayout;
  /** What holds the figure, which scrolls with the page. */
  readonly figure: RefObject<HTMLElement | null>;
  /** CSS pixels. */
  readonly width: number;
}

const HEIGHT = 480; // px, at most
const ABOVE = 120; // px of the screen that the strip leaves free
const ROW = 24;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: ROW, ArrowUp: -ROW };

/** Where the reader is in a long figure; a press, a drag or the arrow keys lead elsewhere. */
export default function OverviewStrip({ layout: newest, figure, width }: Props) {
  // The figure comes first: a press on it does not wait for its overview.
  const layout = useDeferredValue(newest);
  const bar = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const height = Math.min(HEIGHT, innerHeight - ABOVE);
  const scene = useMemo(() => overviewStrip(layout, { width: width - 4, height }), [layout, width, height]);

  // Scrolling moves one element and says a number; nothing is drawn for it.
  useEffect(() => {
    const follow = () => {
      const above = -(figure.current?.getBoundingClientRect().top ?? 0);
      const [from, to] = [above, above + innerHeight].map((y) => Math.min(layout.height, Math.max(0, y)));
      if (!mark.current || !bar.current || from === undefined || to === undefined) return;
      const scale = height / layout.height;
      mark.current.style.top = `${from * scale}px`;
      mark.current.style.height = `${Math.max(4, (to - from) * scale)}px`;
      const share = Math.round((100 * from) / Math.max(1, layout.height - innerHeight));
      bar.current.setAttribute("aria-valuenow", String(Math.min(100, share)));
    };
    follow();
    addEventListener("scroll", follow, { passive: true });
    return () => removeEventListener("scroll", follow);
  }, [layout, figure, height]);

  function figureTop(): number {
    return (figure.current?.getBoundingClientRect().top ?? 0) + scrollY;
  }

  /** Brings the part of the figure that the pointer is on to the middle of the screen. */
  function go(event: PointerEvent<HTMLElement>): void {
    const share = (event.clientY - event.currentTarget.getBoundingClientRect().top) / height;
    const y = Math.min(1, Math.max(0, share)) * layout.height;
    scrollTo({ top: figureTop() + y - innerHeight / 2, behavior: "instant" });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = { PageDown: innerHeight - ABOVE, PageUp: ABOVE - innerHeight }[event.key];
    const step = STEPS[event.key] ?? page;
    const end = { Home: figureTop() - ABOVE, End: figureTop() + layout.height - innerHeight + ABOVE }[event.key];
    if (step === undefined && end === undefined) return;
    event.preventDefault();
    if (step !== undefined) scrollBy({ top: step, behavior: "instant" });
    if (end !== undefined) scrollTo({ top: end, behavior: "instant" });
  }

  const { studies } = layout.input.analysis;
  return (
    <div
      ref={bar}
      role="scrollbar"
      tabIndex={0}
      aria-label={`Where in the figure, of ${counted(studies.length, layout.input.descriptor.studyNoun)}`}
      aria-controls="view"
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      className={styles["strip"]}
      style={{ width: width - 4, height }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) go(event);
      }}
    >
      <SceneView scene={scene} decorative />
      <div ref={mark} className={styles["mark"]} />
    </div>
  );
}
