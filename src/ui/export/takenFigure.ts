import { type FigureMetadata, figureMetadata } from "../../export/figureMetadata";
import { figureTable, type PlainTable } from "../../export/figureTable";
import { fileName } from "../../export/fileName";
import { annotatedPng } from "../../export/pngChunks";
import { PNG_KEYWORD } from "../../export/readFigure";
import { toSvg } from "../../scene/toSvg";
import type { FigureKind, FigureSource } from "../figureKind";
import { rowOf } from "../rowOf";
import { dataHash } from "./dataHash";
import type { FigureStyle } from "./figureStyle";
import { type PrintedFigure, printedFigure } from "./printedFigure";
import { rasterise } from "./rasterise";

/** A figure that leaves the page: laid out in the reader's style, with the analysis that it carries. */
export interface TakenFigure extends PrintedFigure {
  readonly metadata: FigureMetadata;
  readonly style: FigureStyle;
  /** The name of its file with an extension. */
  readonly nameWith: (extension: string) => string;
}

/** Everything on the page that a figure is taken from. */
export interface TakenFrom extends FigureSource {
  readonly link: string;
}

const CSS_PER_POINT = 96 / 72;

/** A figure in a style; null where these data have none. */
export async function takenFigure(kind: FigureKind, from: TakenFrom, style: FigureStyle): Promise<TakenFigure | null> {
  const { held, answered, look, link } = from;
  const { analysis } = answered;
  const { descriptor } = held.dataset;
  const [draw, hash] = await Promise.all([kind.prepare(from), dataHash(held.dataset)]);
  if (!draw) return null;
  return {
    ...printedFigure(draw, style),
    style,
    metadata: figureMetadata(analysis, descriptor, { version: __APP_VERSION__, link, dataHash: hash, look }),
    nameWith: (extension) => fileName(analysis, descriptor, kind.name, extension),
  };
}

export function svgOf({ scene, metadata, scale }: TakenFigure): string {
  return toSvg(scene, metadata, scale);
}

/** @throws TooManyPixels where no browser could draw it. */
export async function pngOf({ scene, metadata, scale, style }: TakenFigure): Promise<Uint8Array<ArrayBuffer>> {
  const ground = style.transparent ? "none" : scene.background;
  const pixels = scale * CSS_PER_POINT * style.scale;
  const svg = toSvg({ ...scene, background: ground }, {}, scale);
  const png = await rasterise(svg, Math.round(scene.width * pixels), Math.round(scene.height * pixels));
  return annotatedPng(png, PNG_KEYWORD, JSON.stringify(metadata), 96 * style.scale);
}

export async function pdfOf({ scene, metadata, scale }: TakenFigure): Promise<Uint8Array<ArrayBuffer>> {
  const [{ toPdf }, { canvasText }] = await Promise.all([import("../../export/pdf/toPdf"), import("./canvasText")]);
  const { software, version, link } = metadata;
  return toPdf(scene, {
    scale,
    draw: canvasText(),
    creator: `${software} ${version}`,
    link,
    record: JSON.stringify(metadata),
  });
}

/** The rows and results of the present answer. */
export function tableOf({ held, answered }: FigureSource): PlainTable {
  return figureTable(answered.analysis, held.dataset.descriptor, rowOf(held.dataset));
}
