import { describe, expect, it } from "vitest";
import { LIGHT } from "../scene/themes";
import { toSvg } from "../scene/toSvg";
import { toPdf } from "./pdf/toPdf";
import { annotatedPng, isPng, pngText } from "./pngChunks";
import { PNG_KEYWORD, readFigure } from "./readFigure";

const RECORD = {
  software: "Understory",
  version: "0.1.0",
  link: "https://example.org/?outcome=Pain&exclude=A+%26+%3CB%3E",
  dataset: { id: "us-nkt", title: "“Pain” & <function>", kind: "simulated", sha256: "ab12" },
} as const;

// One transparent pixel.
const PNG = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
);

const utf8 = (text: string) => new TextEncoder().encode(text);
const scene = {
  ...{ width: 10, height: 10, background: LIGHT.background, title: "T", description: "D", marks: [], targets: [] },
};

const pdf = (record: string) => {
  const draw = () => {
    throw new Error("there is no text to draw");
  };
  return toPdf(scene, { scale: 1, draw, creator: "Understory", link: RECORD.link, record });
};

describe("readFigure", () => {
  it("finds what an exported SVG says of itself, whatever is in the names", () => {
    expect(readFigure(utf8(toSvg(scene, RECORD)))).toEqual(RECORD);
  });

  it("finds it after another program has saved the file anew", () => {
    const saved = toSvg(scene, RECORD)
      .replace("<metadata>", '<metadata\n   id="metadata7">\n')
      .replaceAll("&quot;", '"');
    expect(readFigure(utf8(saved))).toEqual(RECORD);
  });

  it("finds it in a PNG", () => {
    const png = annotatedPng(PNG, PNG_KEYWORD, JSON.stringify(RECORD), 300);
    expect(isPng(png)).toBe(true);
    expect(readFigure(png)).toEqual(RECORD);
  });

  it("finds it in a PDF, also where another program wrote its text anew", async () => {
    const file = await pdf(JSON.stringify(RECORD));
    expect(readFigure(file)).toEqual(RECORD);
    const saved = Buffer.from(file)
      .toString("latin1")
      .replace(
        /\/Understory <([\da-f]+)>/,
        (_, digits: string) => `/Understory<${digits.toUpperCase().replace(/.{64}/g, "$&\n")}>`,
      );
    expect(readFigure(new Uint8Array(Buffer.from(saved, "latin1")))).toEqual(RECORD);
  });

  it("is not misled by a PDF without a record, or with a damaged one", async () => {
    const file = await pdf(JSON.stringify(RECORD));
    expect(readFigure(await pdf("{}"))).toBeNull();
    expect(readFigure(await pdf(""))).toBeNull();
    expect(readFigure(file.subarray(0, file.length - 900))).toBeNull();
    expect(readFigure(utf8("%PDF-1.7\n/Understory <feff007>"))).toBeNull();
  });

  it.each([
    ["a table", utf8("study,yi,vi\nA,1,2\n")],
    ["another program's SVG", utf8("<svg><metadata>{}</metadata></svg>")],
    ["metadata that are no JSON", utf8("<svg><metadata><rdf:RDF/></metadata></svg>")],
    ["a PNG without a text", PNG],
    ["a PNG that is cut short", annotatedPng(PNG, PNG_KEYWORD, JSON.stringify(RECORD), 96).subarray(0, 70)],
    ["a link that is none", utf8(toSvg(scene, { ...RECORD, link: "pain" }))],
    ["nothing", new Uint8Array(0)],
  ])("is not misled by %s", (_, bytes) => expect(readFigure(bytes)).toBeNull());
});

describe("annotatedPng", () => {
  it("leaves the picture's own chunks as they were, and says how many pixels go to the metre", () => {
    const png = annotatedPng(PNG, "Title", "τ² ≤ 1", 300);
    const added = png.length - PNG.length;
    expect(png.subarray(0, 33)).toEqual(PNG.subarray(0, 33));
    expect(png.subarray(33 + added)).toEqual(PNG.subarray(33));
    expect(new DataView(png.buffer).getUint32(33 + 8)).toBe(11811); // 300 / 0.0254
    expect(pngText(png, "Title")).toBe("τ² ≤ 1");
    expect(pngText(png, "Titl")).toBeNull();
  });
});
