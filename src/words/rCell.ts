import type { Analysis } from "../model/analysis";
import { isAcrossTime } from "../model/selection";
import { commented, type PooledStudy } from "./rData";
import { fitCall } from "./rFit";

/** The studies of the selected cell as R holds them, and their pooled result. */
export interface RCell {
  /** Names in R of the data frame and of the fit. */
  readonly data: string;
  readonly fit: string;
  /** What makes them, where `rCall` has not. */
  readonly lines: readonly string[];
  readonly studies: readonly PooledStudy[];
  /** Their places among all that are pooled, from 1; null where they are all of them. */
  readonly places: readonly number[] | null;
}

/** The cell that single views look at: all that is pooled, or of several timepoints the one that is selected. */
export function cellOf({ selection, model }: Analysis, studies: readonly PooledStudy[]): RCell {
  if (!isAcrossTime(selection)) return { data: "dat", fit: "res", lines: [], studies, places: null };
  const places = studies.flatMap(({ row }, i) => (row.timepoint === selection.timepoint ? [i + 1] : []));
  const lines = [
    `cell <- dat[c(${places.join(", ")}), ] ${commented(selection.timepoint)}`,
    `one <- ${fitCall(model, "cell")}`,
  ];
  return { data: "cell", fit: "one", lines, studies: places.map((place) => studies[place - 1]!), places };
}
