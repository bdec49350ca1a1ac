import { type Attrs, attrs } from "./attrs";
import { FONT_FAMILY } from "./measureText";
import type { Mark, Scene } from "./scene";

/** An SVG element as plain data: what React creates on the page and what the file spells out. */
export interface SvgNode {
  readonly tag: string;
  /** Unique among siblings, and stable from one scene to the next. */
  readonly key: string;
  /** In React's spelling. */
  readonly attrs: Attrs;
  readonly text: string | null;
  readonly children: readonly SvgNode[];
}

/**
 * The elements of a scene under one `g`, the ground first. A group's label becomes its `title` element, which names
 * it to assistive technology and shows where a pointer rests.
 */
export function renderTree(scene: Scene): SvgNode {
  const { width, height, background } = scene;
  const ground = node("rect", "ground", { width, height, fill: background });
  return { ...node("g", "scene", { fontFamily: FONT_FAMILY }), children: [ground, ...scene.marks.map(markNode)] };
}

function markNode(mark: Mark, index: number): SvgNode {
  const [tag, shape] = attrs(mark);
  if (mark.kind === "text") return { ...node(tag, String(index), shape), text: plainText(mark.text) };
  if (mark.kind !== "group") return node(tag, String(index), shape);
  const name = mark.label === undefined ? [] : [{ ...node("title", "title", {}), text: plainText(mark.label) }];
  return { ...node(tag, mark.key, shape), children: [...name, ...mark.marks.map(markNode)] };
}

function node(tag: string, key: string, shape: Attrs): SvgNode {
  return { tag, key, attrs: shape, text: null, children: [] };
}

/** One line, without the control characters and lone surrogates that XML forbids. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")
    .trim();
}
