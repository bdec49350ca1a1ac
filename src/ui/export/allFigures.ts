import { fileName } from "../../export/fileName";
import { toCsv } from "../../export/tableText";
import { type ZipEntry, zipped } from "../../export/zip";
import { VIEWS } from "../../state/appState";
import { FIGURES } from "../figures";
import type { FigureStyle } from "./figureStyle";
import { TooManyPixels } from "./rasterise";
import { pdfOf, pngOf, svgOf, type TakenFigure, type TakenFrom, tableOf, takenFigure } from "./takenFigure";

/** Every figure of the present answer as SVG, PDF and PNG, and its numbers as CSV, in one archive. */
export async function allFigures(
  from: TakenFrom,
  style: FigureStyle,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const name = (what: string, extension: string) =>
    fileName(from.answered.analysis, from.held.dataset.descriptor, what, extension);
  const views = VIEWS.filter((view) => FIGURES[view] !== undefined);
  const figures = await Promise.all(views.map((view) => takenFigure(view, from, style)));
  const files = await Promise.all(figures.filter((figure) => figure !== null).map(filesOf));
  const table = { name: name("results", "csv"), bytes: utf8(toCsv(tableOf(from))) };
  return { name: name("figures", "zip"), bytes: await zipped([...files.flat(), table]) };
}

async function filesOf(figure: TakenFigure): Promise<readonly ZipEntry[]> {
  const png = await pngOf(figure).catch((fault: unknown) => {
    if (fault instanceof TooManyPixels) return null; // the vector files hold it all the same
    throw fault;
  });
  return [
    { name: figure.nameWith("svg"), bytes: utf8(svgOf(figure)) },
    { name: figure.nameWith("pdf"), bytes: await pdfOf(figure) },
    ...(png ? [{ name: figure.nameWith("png"), bytes: png }] : []),
  ];
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
