import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import * as forest from "../../plots/cases/forestCases";
import * as funnel from "../../plots/cases/funnelCases";
import type { Mark, Scene } from "../../scene/scene";
import type { DrawText } from "./drawnText";
import { textRuns } from "./textRuns";
import { toPdf } from "./toPdf";

/** A solid block of ten pixels per letter: what a canvas would draw does not matter here. */
const draw: DrawText = (text) => ({
  ...{ advance: 10 * text.length, perEm: 20, left: 0, bottom: -4, width: 8, height: 2 },
  bits: new Uint8Array([0xff, 0x81]),
});

const write = (scene: Scene) =>
  toPdf(scene, { scale: 0.75, draw, creator: "Understory", link: "https://example.org/", record: "{}" });

function scene(marks: readonly Mark[]): Scene {
  return { width: 200, height: 100, background: "#ffffff", title: "τ", description: "D", marks, targets: [] };
}

/** The objects of a file by number, as its cross-reference table finds them, streams inflated. */
function objects(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf).toString("latin1");
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n /gm)].map(([, at]) => Number(at));
  return offsets.map((at, i) => {
    expect(file.slice(at, at + 12)).toContain(`${i + 1} 0 obj`);
    const body = file.slice(at, file.indexOf("endobj", at));
    const stream = /\/Length (\d+) >>\nstream\n/.exec(body);
    if (!stream) return body;
    const from = at + stream.index + stream[0].length;
    const data = inflateSync(pdf.subarray(from, from + Number(stream[1])));
    return body.slice(0, stream.index) + data.toString("latin1");
  });
}

const text = (words: string, more: Partial<Extract<Mark, { kind: "text" }>> = {}): Mark => ({
  ...{ kind: "text", at: [100, 50], text: words, size: 10, fill: "#000000" },
  ...more,
});

describe("textRuns", () => {
  it.each([
    ["SMD −1.11 [−1.42, −0.79]", "sans symbol sans symbol sans symbol sans"],
    ["τ² = 0.14; χ² ≤ 3", "symbol sans symbol sans symbol sans"],
    ["Ångström’s “½” – 5 €", "sans"],
    ["Иванов 2019, 超声引导", "drawn sans drawn"],
    ["عمر (2020)", "drawn"],
    ["Zażółć", "sans drawn sans drawn"],
  ])("splits %j into %s", (words, fonts) => {
    const runs = textRuns(words);
    expect(runs.map((run) => run.font).join(" ")).toBe(fonts);
    expect(runs.map((run) => run.text).join("")).toBe(words);
  });

  it("keeps accents with their letters", () => {
    expect(textRuns("e\u0301").map(({ text: words, font }) => [words, font])).toEqual([["é", "sans"]]);
  });

  it("writes Symbol's own codes", () => {
    expect(textRuns("τχ≤−").map(({ codes }) => codes)).toEqual([[0x74, 0x63, 0xa3, 0x2d]]);
  });
});

describe("toPdf", () => {
  let names: string;
  beforeAll(async () => {
    names = objects(await write(scene([text("Иванов, Иванов, 통증")]))).join("\n");
  });

  it("sizes the page in points", async () => {
    expect(objects(await write(scene([]))).join("\n")).toContain("/MediaBox [0 0 150.00 75.00]");
  });

  it("keeps letters that no standard font has as text, each word drawn once", () => {
    expect(names).toContain("<00> <04180432043004");
    expect(names).toContain("<01> <d1b5c99d>");
    expect(names.match(/ImageMask/g)).toHaveLength(2);
    expect(names.match(/<00> Tj/g)).toHaveLength(2);
  });

  it("ends a text at its anchor, counting every run", async () => {
    const all = objects(await write(scene([text("−1.11", { anchor: "end" })]))).join("\n");
    // Arial: minus 584, digits 556, point 278: 100 − 25.3 px, then 5.84 px further on.
    expect(all).toContain("1 0 0 -1 74.7 50 Tm /Sy 10 Tf <2d> Tj 1 0 0 -1 80.54 50 Tm /H 10 Tf <312e3131> Tj");
  });

  it("thickens a bold minus in the colour of its text, since Symbol has no bold", async () => {
    const bold = text("−1", { weight: "bold", fill: "#ff0000" });
    const all = objects(await write(scene([bold]))).join("\n");
    expect(all).toContain("BT 1 0 0 rg 1 0 0 RG");
    expect(all).toContain("2 Tr 0.3 w [] 0 d /Sy 10 Tf <2d> Tj 0 Tr");
  });

  it("fills, strokes, dashes and fades as the marks say", async () => {
    const all = objects(
      await write(
        scene([
          { kind: "rect", at: [1, 2], size: [3, 4], fill: "#ff0000", stroke: "#000000", fillOpacity: 0.35 },
          { kind: "rule", from: [0, 0], to: [5, 5], stroke: "#0000ff", dash: "3 2" },
          { kind: "rect", at: [9, 9], size: [9, 9] },
        ]),
      ),
    ).join("\n");
    expect(all).toContain("q /O0 gs 1 0 0 rg 0 0 0 RG 1 w [] 0 d 1 2 3 4 re B Q");
    expect(all).toContain("/O0 << /Type /ExtGState /ca 0.35 >>");
    expect(all).toContain("0 0 1 RG 1 w [3 2] 0 d 0 0 m 5 5 l S");
    expect(all).not.toContain("9 9 9 9 re");
  });

  it("goes over several pages where a page cannot be that high", async () => {
    const pages = objects(await write({ ...scene([]), height: 45_000 })).filter((o) => o.includes("/Type /Page "));
    expect(pages).toHaveLength(3);
  });

  it.each(Object.entries({ ...forest, ...funnel }))("%s has no number that PDF cannot read", async (_, figure) => {
    const all = objects(await write(figure())).join("\n");
    expect(all).not.toMatch(/NaN|undefined|Infinity|\d[eE][-+]\d/);
  });
});
