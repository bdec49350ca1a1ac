import type { ArmData, CountsData, GivenData, MeansData } from "../model/study";
import {
  effectOutsideInterval,
  eventsAboveSize,
  eventsNotACount,
  noNumbers,
  sdNotPositive,
  sizeNotPositive,
  twoKinds,
  varianceNotPositive,
} from "./faults";
import type { Tally } from "./notes";
import type { RowCells } from "./rowCells";
import { COUNTS, MEANS, type TidyColumn } from "./tidy";

/** Normal quantile at 0.975: half a 95% interval in standard errors. */
const Z95 = 1.959963984540054;
/** How unequal the two halves of an interval may be, as a proportion of the interval, before it is remarked on. */
const SKEW = 0.1;

const SPREADS = ["vi", "sei", "ciLb", "ciUb"] as const satisfies readonly TidyColumn[];

/** Remarks that rows share, counted while reading. */
export interface ArmTallies {
  readonly givenIgnored: Tally;
  readonly intervalUsed: Tally;
  readonly intervalSkewed: Tally;
}

/**
 * The result in a row: means, or events, or a ready-made effect with vi, sei or 95% limits; where arms are complete, a
 * ready-made effect beside them is ignored. Null where the row's numbers are impossible or missing: `cells.errors`.
 */
export function armData(cells: RowCells, tallies: ArmTallies): ArmData | null {
  const filled = (column: TidyColumn) => cells.text(column) !== "";
  const hasMeans = filled("m1i") || filled("sd1i") || filled("m2i") || filled("sd2i");
  const hasCounts = filled("ai") || filled("ci");
  const hasGiven = filled("yi") || (!hasMeans && !hasCounts && SPREADS.some(filled));
  if (hasMeans && hasCounts) {
    cells.errors.push(twoKinds(cells.row));
    return null;
  }
  const armsComplete = (hasMeans && MEANS.every(filled)) || (hasCounts && COUNTS.every(filled));
  if (hasGiven && !armsComplete) return given(cells, tallies);
  if (hasGiven) tallies.givenIgnored.add(cells.row);
  if (hasMeans) return means(cells);
  if (hasCounts) return counts(cells);
  cells.errors.push(noNumbers(cells.row));
  return null;
}

function means(cells: RowCells): MeansData | null {
  const [m1i, m2i] = [cells.required("m1i"), cells.required("m2i")];
  const [sd1i, sd2i] = [deviation(cells, "sd1i"), deviation(cells, "sd2i")];
  const [n1i, n2i] = [requiredSize(cells, "n1i"), requiredSize(cells, "n2i")];
  if (m1i === null || sd1i === null || n1i === null || m2i === null || sd2i === null || n2i === null) return null;
  return { kind: "means", m1i, sd1i, n1i, m2i, sd2i, n2i };
}

function counts(cells: RowCells): CountsData | null {
  const [n1i, n2i] = [requiredSize(cells, "n1i"), requiredSize(cells, "n2i")];
  const [ai, ci] = [events(cells, "ai", n1i), events(cells, "ci", n2i)];
  if (ai === null || n1i === null || ci === null || n2i === null) return null;
  return { kind: "counts", ai, n1i, ci, n2i };
}

function given(cells: RowCells, tallies: ArmTallies): GivenData | null {
  const yi = cells.required("yi");
  const vi = variance(cells, yi, tallies);
  const [n1i, n2i] = [size(cells, "n1i"), size(cells, "n2i")];
  if (yi === null || vi === null || cells.errors.length > 0) return null;
  return { kind: "given", yi, vi, n1i, n2i };
}

/** The sampling variance from the first that is filled of vi, sei, and the confidence limits. */
function variance(cells: RowCells, yi: number | null, tallies: ArmTallies): number | null {
  if (cells.text("vi") !== "") return positiveSpread(cells, "vi", (vi) => vi);
  if (cells.text("sei") !== "") return positiveSpread(cells, "sei", (sei) => sei ** 2);
  if (cells.text("ciLb") === "" && cells.text("ciUb") === "") return cells.required("vi");
  return varianceFromLimits(cells, yi, tallies);
}

function varianceFromLimits(cells: RowCells, yi: number | null, tallies: ArmTallies): number | null {
  const [lb, ub] = [cells.required("ciLb"), cells.required("ciUb")];
  if (yi === null || lb === null || ub === null) return null;
  if (!(lb < ub && lb <= yi && yi <= ub)) {
    cells.errors.push(effectOutsideInterval(cells.row, cells.text("yi"), lb, ub));
    return null;
  }
  tallies.intervalUsed.add(cells.row);
  if (Math.abs(ub - yi - (yi - lb)) > SKEW * (ub - lb)) tallies.intervalSkewed.add(cells.row);
  return usable(((ub - lb) / (2 * Z95)) ** 2, cells, "ciUb");
}

function positiveSpread(cells: RowCells, column: TidyColumn, toVariance: (value: number) => number): number | null {
  const value = cells.number(column);
  if (value === null) return null;
  return usable(value > 0 ? toVariance(value) : 0, cells, column);
}

/** Squares of tiny or huge standard errors leave the range of numbers; they weigh nothing or everything. */
function usable(vi: number, cells: RowCells, column: TidyColumn): number | null {
  if (vi > 0 && Number.isFinite(vi)) return vi;
  cells.errors.push(varianceNotPositive(cells.row, column, cells.text(column)));
  return null;
}

function deviation(cells: RowCells, column: TidyColumn): number | null {
  const sd = cells.required(column);
  if (sd === null || sd > 0) return sd;
  cells.errors.push(sdNotPositive(cells.row, column, cells.text(column)));
  return null;
}

function requiredSize(cells: RowCells, column: TidyColumn): number | null {
  return checkedSize(cells, column, cells.required(column));
}

function size(cells: RowCells, column: TidyColumn): number | null {
  return checkedSize(cells, column, cells.number(column));
}

function checkedSize(cells: RowCells, column: TidyColumn, n: number | null): number | null {
  if (n === null || (n >= 1 && Number.isSafeInteger(n))) return n;
  cells.errors.push(sizeNotPositive(cells.row, column, cells.text(column)));
  return null;
}

function events(cells: RowCells, column: TidyColumn, n: number | null): number | null {
  const count = cells.required(column);
  if (count === null) return null;
  if (count < 0 || !Number.isSafeInteger(count)) {
    cells.errors.push(eventsNotACount(cells.row, column, cells.text(column)));
    return null;
  }
  if (n !== null && count > n) {
    cells.errors.push(eventsAboveSize(cells.row, column, cells.text(column), n));
    return null;
  }
  return count;
}
