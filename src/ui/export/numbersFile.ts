import { fileName } from "../../export/fileName";
import { toCsv } from "../../export/tableText";
import type { FigureKind, FigureSource } from "../figureKind";

/** The numbers of a figure as CSV; null where it has none of its own, or these data no such figure. */
export async function numbersFile(
  { name, numbers }: FigureKind,
  source: FigureSource,
): Promise<{ readonly name: string; readonly text: string } | null> {
  const table = (await numbers?.(source)) ?? null;
  const { analysis } = source.answered;
  return table && { name: fileName(analysis, source.held.dataset.descriptor, name, "csv"), text: toCsv(table) };
}
