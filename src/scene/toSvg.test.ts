import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { renderTree, type SvgNode } from "./renderTree";
import type { Mark, Scene } from "./scene";
import { markup, toSvg } from "./toSvg";

const MARKS: readonly Mark[] = [
  { kind: "rule", from: [0, 1 / 3], to: [10, -0.001], stroke: "#123456", strokeWidth: 1.5, dash: "2 3" },
  { kind: "rect", at: [1, 2], size: [3, 4], rx: 2, fill: "#abcdef", fillOpacity: 0.5 },
  { kind: "circle", at: [5, 5], r: 2.0049, stroke: "#000000" },
  {
    kind: "polygon",
    points: [
      [0, 0],
      [1.005, 2.3456],
      [3, 4],
    ],
    fill: "#ffffff",
  },
  {
    kind: "polyline",
    points: [
      [0, 0],
      [1, 1],
    ],
    stroke: "#111111",
  },
  {
    ...{ kind: "group", key: "row", label: "Trial <1> & “two”" },
    marks: [
      {
        kind: "text",
        at: [1, 2],
        text: "a < b & c",
        size: 12,
        anchor: "end",
        weight: "bold",
        strike: true,
        fill: "#000",
      },
      { kind: "text", at: [1, 2], text: "x", size: 11, italic: true, fill: "#000" },
    ],
  },
];

const scene = (marks: readonly Mark[]): Scene => ({
  ...{ width: 100, height: 50, background: "#ffffff", title: "Forest plot", description: "Numbers" },
  ...{ marks, targets: [] },
});

const HOSTILE = [
  "</text><script>alert(1)</script>",
  '" onload="alert(1)',
  "]]><!--&amp;&#0;",
  "null \u0000 bell \u0007 escape \u001b",
  "lone \ud800 surrogate \udfff and \uffff",
  "two\nlines\tand a tab",
];

describe("toSvg", () => {
  it("writes a standalone file that names itself", () => {
    const svg = toSvg(scene(MARKS), { dataset: "us-nkt" });
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50"');
    expect(svg).toContain('role="img" aria-labelledby="figure-title figure-description"');
    expect(svg).toContain('<title id="figure-title">Forest plot</title>');
    expect(svg).toContain('<desc id="figure-description">Numbers</desc>');
    expect(svg).toContain("<metadata>{&quot;dataset&quot;:&quot;us-nkt&quot;}</metadata>");
    expect(svg).toContain("font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\"");
  });

  it("has a size on paper where one is asked for", () => {
    expect(toSvg(scene(MARKS), {}, 0.75)).toContain('width="26.46mm" height="13.23mm" viewBox="0 0 100 50"');
  });

  it("uses presentation attributes only", () => {
    expect(toSvg(scene(MARKS), {})).not.toMatch(/ style=| class=|<style|<script|href/);
  });

  it("rounds coordinates to a hundredth of a pixel, without a negative zero", () => {
    expect(toSvg(scene(MARKS), {})).toContain('<line x1="0" y1="0.33" x2="10" y2="0"');
  });

  it.each(HOSTILE)("keeps a hostile name as plain text: %j", (name) => {
    const mark: Mark = { kind: "text", at: [0, 0], text: name, size: 12, fill: "#000" };
    const hostile = { ...scene([{ kind: "group", key: "g", label: name, marks: [mark] }]), title: name };
    const svg = toSvg(hostile, { name });
    expect(svg.match(/<[a-z]+/g)?.join("")).toBe("<svg<title<desc<metadata<g<rect<g<title<text");
    expect([...svg].filter((c) => /[\p{Cc}\p{Cs}\uffff]/u.test(c) && c !== "\n")).toEqual([]);
    expect(svg.match(/&(?!amp;|lt;|gt;|quot;)/)).toBeNull();
  });
});

describe("renderTree", () => {
  it("gives React and the file the same markup", () => {
    const tree = renderTree(scene(MARKS));
    const fromReact = renderToStaticMarkup(createElement("svg", null, reactElement(tree)));
    const fromFile = markup(tree)
      .replace(/\n/g, "")
      .replace(/<([a-z]+)([^>]*)\/>/g, "<$1$2></$1>");
    expect(fromReact.replaceAll("&#x27;", "'")).toBe(`<svg>${fromFile}</svg>`);
  });

  it("keeps a group's key, so that a renderer can follow a row", () => {
    const [, ...marks] = renderTree(scene(MARKS)).children;
    expect(marks.map((node) => node.key)).toEqual(["0", "1", "2", "3", "4", "row"]);
  });
});

function reactElement({ tag, key, attrs, text, children }: SvgNode): ReactElement {
  return createElement(tag, { key, ...attrs }, text ?? (children.length > 0 ? children.map(reactElement) : undefined));
}
