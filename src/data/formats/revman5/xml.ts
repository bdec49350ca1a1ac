/// <reference path="./saxen.d.ts" />
import { Parser } from "saxen";

/** An element with what is in it; attributes and text are decoded, entities of the file's own never expanded. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/** Deeper or larger files are no reviews. */
const DEEPEST = 60;
const MOST_ELEMENTS = 1_000_000;

export type XmlFault = "broken" | "too-large" | "entities";

/** The root element of an XML text, or why it is not read. Nothing in the file is fetched, run or expanded. */
export function parseXml(source: string): XmlElement | { readonly fault: XmlFault } {
  if (/<!ENTITY/i.test(source)) return { fault: "entities" };
  const top: Growing = element("", {}, (text) => text);
  const open: Growing[] = [top];
  let count = 0;
  let fault: XmlFault | null = null;
  const parser = new Parser();
  const fail = (reason: XmlFault) => {
    fault ??= reason;
    parser.stop();
  };
  parser.on("openTag", (name, attributes, decode) => {
    count += 1;
    if (open.length > DEEPEST || count > MOST_ELEMENTS) return fail("too-large");
    const child = element(name, attributes(), decode);
    open.at(-1)!.children.push(child);
    open.push(child);
  });
  parser.on("closeTag", () => void open.pop());
  parser.on("text", (text, decode) => {
    open.at(-1)!.text += decode(text);
  });
  parser.on("cdata", (text) => {
    open.at(-1)!.text += text;
  });
  parser.on("error", () => fail("broken"));
  parser.on("warn", () => undefined);
  parser.parse(source.replace(/^\uFEFF/, ""));
  const root = top.children[0];
  return fault ? { fault } : (root ?? { fault: "broken" });
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  decode: (text: string) => string,
): Growing {
  const decoded = Object.entries(attributes).map(([key, value]) => [key, decode(value)] as const);
  return { name, attributes: new Map(decoded), children: [], text: "" };
}

/** All elements of a name, at any depth; the depth is bounded by the parser. */
export function within(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((one) => (one.name === name ? [one] : within(one, name)));
}

/** The first child of a name. */
export function child(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((one) => one.name === name);
}

/** The text of the first child of a name, on one line; "" where there is none. */
export function textOf(parent: XmlElement, name: string): string {
  return (child(parent, name)?.text ?? "").replace(/\s+/g, " ").trim();
}

/** An attribute; "" where there is none. */
export function attribute(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? "";
}
