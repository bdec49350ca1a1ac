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
  const before = new Map(last.map((node, i) => [node.key, { node, element: parent.children[i] }]));
  for (const [i, node] of next.entries()) {
    const known = before.get(node.key);
    const held = known?.node.tag === node.tag ? known.element : undefined;
    const element = known && held ? patchNode(held, known.node, node) : createNode(node);
    if (held) before.delete(node.key);
    if (parent.children[i] !== element) parent.insertBefore(element, parent.children[i] ?? null);
  }
  for (const { element } of before.values()) element?.remove();
}

function patchNode(element: Element, last: SvgNode, node: SvgNode): Element {
  if (last === node) return element;
  for (const name of Object.keys(last.attrs)) if (!(name in node.attrs)) element.removeAttribute(svgName(name));
  for (const [name, value] of Object.entries(node.attrs)) {
    if (last.attrs[name] !== value) element.setAttribute(svgName(name), String(value));
  }
  if (node.text !== null) {
    if (node.text !== last.text) setText(element, node.text);
  } else {
    patchChildren(element, last.children, node.children);
  }
  return element;
}

/** Changing the text node that is there costs a fraction of laying out a new one. */
function setText(element: Element, text: string): void {
  if (element.firstChild instanceof Text) element.firstChild.data = text;
  else element.textContent = text;
}

function createNode({ tag, attrs, text, children }: SvgNode): Element {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attrs)) element.setAttribute(svgName(name), String(value));
  if (text !== null) element.textContent = text;
  for (const child of children) element.append(createNode(child));
  return element;
}
