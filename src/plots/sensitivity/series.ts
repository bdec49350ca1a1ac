import type { Pooled } from "../../model/analysis";
import type { Look } from "../../model/look";
import type { Row } from "../../model/study";
import type { Theme } from "../../scene/scene";
import type { RowWindow } from "../forestInput";
import { studyLabel } from "../summaryText";

/** One line of a series of pooled results: the study that leaves or joins, and the result then. */
export interface SeriesRow {
  readonly rowId: number;
  /** The study's name, the longest wording first: the figure takes what fits. */
  readonly names: readonly [string, ...string[]];
  /** null: `note` stands in its place. */
  readonly pooled: Pooled | null;
  readonly note: string;
  /** False where the result is not shown yet. */
  readonly isShown: boolean;
  /** True for a study that the reader left out. */
  readonly isOut: boolean;
  /** True where the conclusion differs from that of all studies: the interval lies elsewhere about no effect. */
  readonly isOther: boolean;
}

/** Pooled results of changing sets of studies, one under the other, above the result of all of them. */
export interface Series {
  readonly title: string;
  readonly description: string;
  /** Over the names: what happens to the study of each row. */
  readonly head: string;
  readonly rows: readonly SeriesRow[];
  readonly overall: Pooled;
  readonly notes: readonly string[];
}

export interface SeriesOptions {
  /** Room for the figure in CSS pixels, 328 and more; it takes at most 960 of it. */
  readonly width: number;
  readonly theme: Theme;
  /** Pixels kept free left of the names for the page's checkboxes; 0 in files. */
  readonly includeColumn: number;
  /** How the forest plot is drawn, whose axis and order this figure shares; `DEFAULT_LOOK` without it. */
  readonly look?: Look;
  /** The visible part in pixels of the figure's height: rows outside it are not drawn. All rows without it. */
  readonly window?: RowWindow;
}

/** A study's name with its year and, where there is no room for that, without. */
export function namesOf(row: Row): SeriesRow["names"] {
  return [studyLabel(row), row.slab];
}
