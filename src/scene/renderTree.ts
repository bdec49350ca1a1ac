import { type Attrs, attrs } from "./attrs";
import { FONT_FAMILY } from "./measureText";
import type { GroupMark, Mark, Scene } from "./scene";

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
  return { ...node("g", "scene", { fontFamily: FONT_FAMILY }), children: [ground, ...markNodes(scene.marks)] };
}

/** Single marks are counted without the groups between them, so that a group that comes or goes shifts no key. */
function markNodes(marks: readonly Mark[]): readonly SvgNode[] {
  let singles = 0;
  return marks.map((mark) => (mark.kind === "group" ? groupNode(mark) : singleNode(mark, String(singles++))));
}

function singleNode(mark: Mark, key: string): SvgNode {
  const [tag, shape] = attrs(mark);
  return mark.kind === "text" ? { ...node(tag, key, shape), text: plainText(mark.text) } : node(tag, key, shape);
}

function groupNode(mark: GroupMark): SvgNode {
  const [tag, shape] = attrs(mark);
  const name = mark.label === undefined ? [] : [{ ...node("title", "title", {}), text: plainText(mark.label) }];
  return { ...node(tag, mark.key, shape), children: [...name, ...markNodes(mark.marks)] };
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
