import { fileName } from "../../export/fileName";
import { toCsv } from "../../export/tableText";
import { type ZipEntry, zipped } from "../../export/zip";
import { VIEWS } from "../../state/appState";
import type { FigureKind } from "../figureKind";
import { FIGURES } from "../figures";
import type { FigureStyle } from "./figureStyle";
import { numbersFile } from "./numbersFile";
import { TooManyPixels } from "./rasterise";
import { pdfOf, pngOf, svgOf, type TakenFrom, tableOf, takenFigure } from "./takenFigure";

/**
 * Every figure of the present answer as SVG, PDF and PNG, with its numbers where they are its own, and the results as
 * CSV, in one archive.
 */
export async function allFigures(
  from: TakenFrom,
  style: FigureStyle,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const name = (what: string, extension: string) =>
    fileName(from.answered.analysis, from.held.dataset.descriptor, what, extension);
  const files = await Promise.all(
    VIEWS.flatMap((view) => FIGURES[view] ?? []).map((kind) => filesOf(kind, from, style)),
  );
  const table = { name: name("results", "csv"), bytes: utf8(toCsv(tableOf(from))) };
  return { name: name("figures", "zip"), bytes: await zipped([...files.flat(), table]) };
}

async function filesOf(kind: FigureKind, from: TakenFrom, style: FigureStyle): Promise<readonly ZipEntry[]> {
  const [figure, numbers] = await Promise.all([takenFigure(kind, from, style), numbersFile(kind, from)]);
  if (!figure) return [];
  const png = await pngOf(figure).catch((fault: unknown) => {
    if (fault instanceof TooManyPixels) return null; // the vector files hold it all the same
    throw fault;
  });
  return [
    { name: figure.nameWith("svg"), bytes: utf8(svgOf(figure)) },
    { name: figure.nameWith("pdf"), bytes: await pdfOf(figure) },
    ...(png ? [{ name: figure.nameWith("png"), bytes: png }] : []),
    ...(numbers ? [{ name: numbers.name, bytes: utf8(numbers.text) }] : []),
  ];
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
