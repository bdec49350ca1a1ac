import type { SvgNode } from "../scene/renderTree";
import { svgName } from "../scene/svgName";

const SVG = "http://www.w3.org/2000/svg";
const GEOMETRY = new Set(["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "points"]);

/** Brings geometry to its new place in its own time. */
export interface Carrier {
  /** True where the attribute will be brought there, and must not be written now. */
  attribute(element: Element, name: string, was: string | number, value: string | number): boolean;
  /** True where the row will be brought there as a whole: its marks are then patched with `still`. */
  row(element: Element, last: SvgNode, next: SvgNode): boolean;
  /** Carries nothing, and ends what it writes over. */
  readonly still: Carrier;
  /** What is written at once is on its way no longer. */
  drop(element: Element, name: string): void;
}

/**
 * Makes `parent` hold `node` as its only drawing, touching just what differs from `last`, the node that it holds now.
 * @param carrier takes what moves; null: everything is in its place at once.
 *
 * Written here because React takes three times as long for the same few hundred marks, and a plot is redrawn at every
 * press (`npm run bench`).
 */
export function patchSvg(parent: SVGElement, last: SvgNode | null, node: SvgNode, carrier: Carrier | null): void {
  const drawing = parent.firstElementChild;
  if (last && drawing && isSameOrder([last], [node])) patchWithin(drawing, last, node, carrier);
  else patchChildren(parent, last ? [last] : [], [node], null);
}

function patchChildren(
  parent: Element,
  last: readonly SvgNode[],
  next: readonly SvgNode[],
  carrier: Carrier | null,
): void {
  if (isSameOrder(last, next)) {
    let element = parent.firstElementChild;
    for (let i = 0; i < next.length && element; i++) {
      const following: Element | null = element.nextElementSibling;
      patchNode(element, last[i]!, next[i]!, carrier);
      element = following;
    }
  } else {
    reorderChildren(parent, last, next, carrier);
  }
}

/** The usual case, and the cheap one: the same marks in the same order. */
function isSameOrder(last: readonly SvgNode[], next: readonly SvgNode[]): boolean {
  if (last.length !== next.length) return false;
  for (let i = 0; i < next.length; i++) {
    if (last[i]!.key !== next[i]!.key || last[i]!.tag !== next[i]!.tag) return false;
  }
  return true;
}

function reorderChildren(
  parent: Element,
  last: readonly SvgNode[],
  next: readonly SvgNode[],
  carrier: Carrier | null,
): void {
  const before = new Map(last.map((node, i) => [node.key, { node, element: parent.children[i] }]));
  for (const [i, node] of next.entries()) {
    const known = before.get(node.key);
    const kept = known?.node.tag === node.tag ? known.element : undefined;
    if (known && kept) {
      patchNode(kept, known.node, node, carrier);
      before.delete(node.key);
    }
    const element = kept ?? createNode(node);
    if (parent.children[i] !== element) parent.insertBefore(element, parent.children[i] ?? null);
  }
  for (const { element } of before.values()) element?.remove();
}

function patchNode(element: Element, last: SvgNode, node: SvgNode, carrier: Carrier | null): void {
  const isRow = node.tag === "g" && carrier !== null && carrier.row(element, last, node);
  patchWithin(element, last, node, isRow ? carrier.still : carrier);
}

function patchWithin(element: Element, last: SvgNode, node: SvgNode, carrier: Carrier | null): void {
  patchAttributes(element, last, node, carrier);
  if (node.text === null) patchChildren(element, last.children, node.children, carrier);
  else if (node.text !== last.text) setText(element, node.text);
}

function patchAttributes(element: Element, last: SvgNode, node: SvgNode, carrier: Carrier | null): void {
  const { attrs } = node;
  const canGlide = carrier !== null && last.text === node.text;
  for (const name in last.attrs) {
    if (name in attrs) continue;
    carrier?.drop(element, svgName(name));
    element.removeAttribute(svgName(name));
  }
  for (const name in attrs) {
    const value = attrs[name]!;
    const was = last.attrs[name];
    if (was === value) continue;
    const written = svgName(name);
    const isCarried =
      canGlide && was !== undefined && GEOMETRY.has(name) && carrier.attribute(element, written, was, value);
    if (isCarried) continue;
    carrier?.drop(element, written);
    element.setAttribute(written, String(value));
  }
}

/** Changing the text node that is there costs a fraction of laying out a new one. */
function setText(element: Element, text: string): void {
  if (element.firstChild instanceof Text) element.firstChild.data = text;
  else element.textContent = text;
}

function createNode({ tag, attrs, text, children }: SvgNode): Element {
  const element = document.createElementNS(SVG, tag);
  for (const name in attrs) element.setAttribute(svgName(name), String(attrs[name]));
  if (text !== null) element.textContent = text;
  for (const child of children) element.append(createNode(child));
  return element;
}
