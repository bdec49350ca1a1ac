import type { SvgNode } from "../scene/renderTree";
import type { Carrier } from "./patchSvg";

const DURATION = 180; // ms
const LEAST_STEP = 12; // ms; more than about 60 drawings a second would only cost

/** One attribute on its way: numbers with what stands between them. */
interface Move {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The attribute where it arrives; null: it is not there then. */
  readonly end: string | null;
}

/** Marks of one drawing that glide to a new place. */
export interface Glide {
  /** Ends what is on its way: the drawing is then as it was last patched. */
  readonly land: () => void;
  /** What carries marks from the last drawing to the next while this is patched; null where nothing is to glide. */
  readonly carrier: () => Carrier | null;
  /** Sets off what was given to the carrier. Called after patching. */
  readonly go: () => void;
}

/**
 * Words that say something else are there at once; shapes, rows and words that stay follow within 180 ms. Marks are left
 * where they are seen, so that the first frame of a change has little to draw; a new drawing starts from where they are.
 */
export function createGlide(): Glide {
  const moves = new Map<Element, Map<string, Move>>();
  let startedAt = 0;
  let steppedAt = 0;
  let frame = 0;

  function step(): void {
    const share = progress(startedAt);
    if (share === 1 || performance.now() - steppedAt >= LEAST_STEP) {
      steppedAt = performance.now();
      writeAll(share);
    }
    if (share < 1) frame = requestAnimationFrame(step);
    else moves.clear();
  }

  function writeAll(share: number): void {
    for (const [element, named] of moves) for (const [name, move] of named) write(element, name, move, share);
  }

  function set(element: Element, name: string, move: Move): void {
    moves.set(element, (moves.get(element) ?? new Map<string, Move>()).set(name, move));
  }

  function drop(element: Element, name: string): void {
    const named = moves.get(element);
    named?.delete(name);
    if (named?.size === 0) moves.delete(element);
  }

  const still: Carrier = {
    attribute(element, name) {
      drop(element, name);
      return false;
    },
    row: () => false,
    get still() {
      return still;
    },
    drop,
  };
  const carrier: Carrier = {
    attribute(element, name, was, value) {
      const from = moves.get(element)?.get(name)?.from ?? numbersIn(was);
      const to = numbersIn(value);
      const isWay = from.length === to.length && from.some((x, i) => x !== to[i]);
      if (isWay) set(element, name, { from, to, end: String(value) });
      else drop(element, name);
      return isWay;
    },
    row(element, last, next) {
      const seen = moves.get(element)?.get("transform")?.from[0] ?? 0;
      const from = topOf(last) - topOf(next) + seen;
      if (from === 0) return false;
      const move = { from: [from], to: [0], end: null };
      set(element, "transform", move);
      write(element, "transform", move, 0);
      return true;
    },
    still,
    drop,
  };

  return {
    land() {
      cancelAnimationFrame(frame);
      writeAll(1);
      moves.clear();
    },
    carrier() {
      // A page in the background has no frames.
      if (document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches) return null;
      cancelAnimationFrame(frame);
      const share = progress(startedAt);
      for (const named of moves.values()) {
        for (const [name, move] of named) named.set(name, { ...move, from: between(move, share) });
      }
      return carrier;
    },
    go() {
      startedAt = steppedAt = performance.now();
      if (moves.size > 0) frame = requestAnimationFrame(step);
    },
  };
}

/** Share of the way at this moment, fast at first. */
function progress(startedAt: number): number {
  const t = Math.min(1, (performance.now() - startedAt) / DURATION);
  return 1 - (1 - t) ** 3;
}

function between({ from, to }: Move, share: number): readonly number[] {
  return to.map((end, i) => end + (1 - share) * (from[i]! - end));
}

function write(element: Element, name: string, move: Move, share: number): void {
  if (share >= 1) {
    if (move.end === null) element.removeAttribute(name);
    else element.setAttribute(name, move.end);
    return;
  }
  const numbers = between(move, share).map((x) => x.toFixed(2));
  element.setAttribute(name, name === "transform" ? `translate(0 ${numbers[0]})` : numbers.join(" "));
}

/** Where a row's first words stand; 0 for a group without words of its own. */
function topOf({ children }: SvgNode): number {
  return Number(children.find(({ tag }) => tag === "text")?.attrs["y"] ?? 0);
}

function numbersIn(value: string | number): readonly number[] {
  return typeof value === "number" ? [value] : value.split(/[ ,]/).map(Number);
}
