import type { StudyResult } from "../model/analysis";
import type { Row } from "../model/study";
import type { PlotInput } from "./forestInput";

/** Studies that stand for all when columns are measured. */
export interface Sample {
  readonly studies: readonly StudyResult[];
  /** The same array as the last time while the rows are the same ones. */
  readonly rows: readonly Row[];
}

const LARGEST = 300; // the widths of 100,000 rows do not need all of them

let last: readonly Row[] = [];

/** Studies spread evenly over the question, enough to measure the columns. */
export function sampleOf({ analysis: { studies }, rows }: Pick<PlotInput, "analysis" | "rows">): Sample {
  const step = Math.max(1, studies.length / LARGEST);
  const count = Math.min(studies.length, LARGEST);
  const chosen = Array.from({ length: count }, (_, i) => studies[Math.floor(i * step)]!);
  const found = chosen.map(({ rowId }) => rows(rowId));
  if (found.length !== last.length || found.some((row, i) => row !== last[i])) last = found;
  return { studies: chosen, rows: last };
}

/**
 * A memory of what is found in rows, by key, kept for as long as the rows are the same array: a study that is taken out
 * changes no width, and nothing is measured again.
 */
export function perSample<T extends object | number>() {
  const memory = new WeakMap<readonly Row[], Map<string, T>>();
  return (rows: readonly Row[], key: string, find: () => T): T => {
    const known = memory.get(rows) ?? new Map<string, T>();
    const found = known.get(key) ?? find();
    memory.set(rows, known.set(key, found));
    return found;
  };
}
