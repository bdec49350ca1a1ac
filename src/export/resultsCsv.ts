import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Row } from "../model/study";
import { figureTable } from "./figureTable";
import type { ResultsOrigin } from "./resultsJson";
import { toCsv } from "./tableText";

/**
 * The studies and results of an answer as a CSV file at full precision, a line each by `row`: study, group, difference
 * (the test between groups), overall. Each line says by which model, of which data, by which version, and where to see it.
 */
export function resultsCsv(
  analysis: Analysis,
  descriptor: Descriptor,
  rowOf: (id: number) => Row,
  { version, link, dataHash }: ResultsOrigin,
): string {
  const { head, rows } = figureTable(analysis, descriptor, rowOf);
  const model = Object.entries(analysis.model)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
  const about = { model, dataset: descriptor.id, "data.sha256": dataHash, understory: version, link };
  // A column of the data that is called like one of these has its values already.
  const further = Object.entries(about).filter(([name]) => !head.includes(name));
  return toCsv({
    head: [...head, ...further.map(([name]) => name)],
    rows: rows.map((row) => [...row, ...further.map(([, value]) => value)]),
  });
}
