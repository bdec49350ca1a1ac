import type { SvgNode } from "../scene/renderTree";
import { svgName } from "../scene/svgName";

const DURATION = 180; // ms
const LEAST_STEP = 12; // ms; more than about 60 drawings a second would only cost
const GEOMETRY = new Set(["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "points"]);

/** One attribute on its way: numbers with what stands between them. */
interface Move {
  readonly element: Element;
  readonly name: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The attribute where it arrives; null: it is not there then. */
  readonly end: string | null;
}

type Interrupted = Map<Element, Map<string, readonly number[]>>;

/** Marks of one drawing that glide to a new place. */
export interface Glide {
  /** Ends what is on its way: the drawing is then as it was last patched. Called before it is patched. */
  readonly land: () => void;
  /** Takes what moved between two drawings back to where it was seen last and lets it glide. Called after patching. */
  readonly start: (last: SvgNode, next: SvgNode) => void;
}

/**
 * Words that say something else are there at once; shapes, rows and words that stay follow within 180 ms. Nothing
 * waits for it: a new drawing starts from where things are.
 */
export function createGlide(svg: SVGElement): Glide {
  let moves: readonly Move[] = [];
  let interrupted: Interrupted = new Map();
  let startedAt = 0;
  let steppedAt = 0;
  let frame = 0;

  function step(): void {
    const share = progress(startedAt);
    if (share === 1 || performance.now() - steppedAt >= LEAST_STEP) {
      steppedAt = performance.now();
      for (const move of moves) write(move, share);
    }
    if (share < 1) frame = requestAnimationFrame(step);
    else moves = [];
  }

  return {
    land() {
      cancelAnimationFrame(frame);
      interrupted = new Map();
      const share = progress(startedAt);
      for (const move of moves) {
        const { element, name } = move;
        const seen = interrupted.get(element) ?? new Map<string, readonly number[]>();
        interrupted.set(element, seen.set(name, between(move, share)));
        write(move, 1);
      }
      moves = [];
    },
    start(last, next) {
      const root = svg.firstElementChild;
      // A page in the background has no frames.
      if (!root || document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
      moves = movesOf(root, last, next, interrupted);
      startedAt = steppedAt = performance.now();
      for (const move of moves) write(move, 0);
      if (moves.length > 0) frame = requestAnimationFrame(step);
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

function write(move: Move, share: number): void {
  const { element, name, end } = move;
  if (share >= 1) {
    if (end === null) element.removeAttribute(name);
    else element.setAttribute(name, end);
    return;
  }
  const numbers = between(move, share).map((x) => x.toFixed(2));
  element.setAttribute(name, name === "transform" ? `translate(0 ${numbers[0]})` : numbers.join(" "));
}

/** What differs between the children of two nodes that are the same element. */
function movesOf(parent: Element, last: SvgNode, next: SvgNode, interrupted: Interrupted): Move[] {
  const before = new Map(last.children.map((node) => [node.key, node]));
  return next.children.flatMap((node, i) => {
    const was = before.get(node.key);
    const element = parent.children[i];
    if (!element || was?.tag !== node.tag) return [];
    if (node.tag !== "g") return was.text === node.text ? shapeMoves(element, was, node, interrupted) : [];
    const shift = topOf(was) - topOf(node);
    const seen = interrupted.get(element)?.get("transform")?.[0] ?? 0;
    // A row that goes elsewhere goes as a whole.
    if (shift + seen !== 0) return [{ element, name: "transform", from: [shift + seen], to: [0], end: null }];
    return movesOf(element, was, node, interrupted);
  });
}

function shapeMoves(element: Element, was: SvgNode, node: SvgNode, interrupted: Interrupted): Move[] {
  return Object.entries(node.attrs).flatMap(([attr, value]) => {
    if (!GEOMETRY.has(attr)) return [];
    const name = svgName(attr);
    const to = numbersIn(value);
    const from = interrupted.get(element)?.get(name) ?? numbersIn(was.attrs[attr] ?? value);
    const isMoved = from.length === to.length && from.some((x, k) => x !== to[k]);
    return isMoved ? [{ element, name, from, to, end: String(value) }] : [];
  });
}

/** Where a row's first words stand; 0 for a group without words of its own. */
function topOf({ children }: SvgNode): number {
  return Number(children.find(({ tag }) => tag === "text")?.attrs["y"] ?? 0);
}

function numbersIn(value: string | number): readonly number[] {
  return typeof value === "number" ? [value] : value.split(/[ ,]/).map(Number);
}
