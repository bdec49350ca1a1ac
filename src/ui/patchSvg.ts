import type { SvgNode } from "../scene/renderTree";
import { svgName } from "../scene/svgName";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes `parent` hold `node` as its only drawing, touching just what differs from `last`, the node that it holds now.
 * Written here because React takes three times as long for the same few hundred marks, and a plot is redrawn at every
 * press (`npm run bench`).
 */
export function patchSvg(parent: SVGElement, last: SvgNode | null, node: SvgNode): void {
  patchChildren(parent, last ? [last] : [], [node]);
}

function patchChildren(parent: Element, last: readonly SvgNode[], next: readonly SvgNode[]): void {
  if (isSameOrder(last, next)) {
    let element = parent.firstElementChild;
    for (let i = 0; i < next.length && element; i++) {
      const following: Element | null = element.nextElementSibling;
      patchNode(element, last[i]!, next[i]!);
      element = following;
    }
  } else {
    reorderChildren(parent, last, next);
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

function reorderChildren(parent: Element, last: readonly SvgNode[], next: readonly SvgNode[]): void {
  const before = new Map(last.map((node, i) => [node.key, { node, element: parent.children[i] }]));
  for (const [i, node] of next.entries()) {
    const known = before.get(node.key);
    const kept = known?.node.tag === node.tag ? known.element : undefined;
    if (known && kept) {
      patchNode(kept, known.node, node);
      before.delete(node.key);
    }
    const element = kept ?? createNode(node);
    if (parent.children[i] !== element) parent.insertBefore(element, parent.children[i] ?? null);
  }
  for (const { element } of before.values()) element?.remove();
}

function patchNode(element: Element, last: SvgNode, node: SvgNode): void {
  const { attrs } = node;
  for (const name in last.attrs) if (!(name in attrs)) element.removeAttribute(svgName(name));
  for (const name in attrs) {
    const value = attrs[name];
    if (last.attrs[name] !== value) element.setAttribute(svgName(name), String(value));
  }
  if (node.text === null) patchChildren(element, last.children, node.children);
  else if (node.text !== last.text) setText(element, node.text);
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
