import type { UserError } from "../../../model/userError";
import { numberIn, textIn } from "../tableView";
import type { NumberSet } from "./numberSet";

/** Rows whose zero was given half an event, counted while reading. */
function halfAdded(rows: number): UserError {
  return {
    code: "half-added",
    message: `${rows === 1 ? "One row has" : `${rows} rows have`} a count of zero: half an event was added so that the logarithm exists.`,
    remedy: "Nothing; this is the usual correction.",
    where: { column: "yi" },
  };
}

/** Events over person-time in two arms, as log rate ratios with variance 1/x1 + 1/x2; zeros are given half an event. */
export function rateRatios(places: {
  readonly x1: number;
  readonly t1: number;
  readonly x2: number;
  readonly t2: number;
}): NumberSet {
  const all = [places.x1, places.t1, places.x2, places.t2];
  let corrected = 0;
  return {
    kind: "given",
    taken: [],
    given: { name: "incidence rate ratio", short: "IRR", scale: "log" },
    timepoint: null,
    cells: (cells) => {
      if (all.every((place) => textIn(cells, place) === "")) return null;
      const [x1, t1, x2, t2] = all.map((place) => numberIn(cells, place)) as (number | null)[];
      if (!isCount(x1) || !isCount(x2) || !isPositive(t1) || !isPositive(t2)) return unusable(cells, all);
      const add = x1 === 0 || x2 === 0 ? 0.5 : 0;
      if (add > 0) corrected += 1;
      const yi = Math.log((x1 + add) / t1) - Math.log((x2 + add) / t2);
      return { yi: String(yi), vi: String(1 / (x1 + add) + 1 / (x2 + add)) };
    },
    notes: () => (corrected > 0 ? [halfAdded(corrected)] : []),
  };
}

/** Correlations of n participants as Fisher's z with variance 1/(n - 3). Fisher (1921), Metron 1:3-32. */
export function correlations(r: number, n: number): NumberSet {
  return {
    kind: "given",
    taken: [],
    given: { name: "Fisher’s z of the correlation", short: "Fisher’s z", scale: "identity" },
    timepoint: null,
    cells: (cells) => {
      if (textIn(cells, r) === "" && textIn(cells, n) === "") return null;
      const [ri, ni] = [numberIn(cells, r), numberIn(cells, n)];
      if (ri === null || ni === null || Math.abs(ri) >= 1 || ni <= 3) return unusable(cells, [r, n]);
      return { yi: String(Math.atanh(ri)), vi: String(1 / (ni - 3)) };
    },
    notes: () => [correlationsRead()],
  };
}

const correlationsRead = (): UserError => ({
  code: "correlations-read",
  message: "Correlations are pooled as Fisher’s z, and shown so: for small correlations the two are nearly equal.",
  remedy: "Take the hyperbolic tangent of a result to have it as a correlation.",
  where: { column: "yi" },
});

/** Events in single groups as log odds with variance 1/x + 1/m; `total` says whether `other` counts everyone. */
export function singleGroups(x: number, other: number, total: boolean): NumberSet {
  let corrected = 0;
  return {
    kind: "given",
    taken: [],
    given: { name: "odds of the event", short: "Odds", scale: "log" },
    timepoint: null,
    cells: (cells) => {
      if (textIn(cells, x) === "" && textIn(cells, other) === "") return null;
      const [xi, second] = [numberIn(cells, x), numberIn(cells, other)];
      const mi = total && xi !== null && second !== null ? second - xi : second;
      if (!isCount(xi) || !isCount(mi) || xi + mi === 0) return unusable(cells, [x, other]);
      const add = xi === 0 || mi === 0 ? 0.5 : 0;
      if (add > 0) corrected += 1;
      return { yi: String(Math.log((xi + add) / (mi + add))), vi: String(1 / (xi + add) + 1 / (mi + add)) };
    },
    notes: () => [singleGroupsRead(), ...(corrected > 0 ? [halfAdded(corrected)] : [])],
  };
}

const singleGroupsRead = (): UserError => ({
  code: "single-groups",
  message:
    "The file counts events in one group of each study, with nothing to compare them with. They are pooled as odds: 1 means that half of the participants had the event, not “no effect”.",
  remedy: "Read nothing about an effect of treatment from them.",
  where: { column: "yi" },
});

function isCount(value: number | null | undefined): value is number {
  return typeof value === "number" && value >= 0;
}

function isPositive(value: number | null | undefined): value is number {
  return typeof value === "number" && value > 0;
}

/**
 * Cells that cannot be turned into an effect, quoted where it would be so that their row is faulted; where one of them
 * is empty nothing is.
 */
function unusable(cells: readonly string[], places: readonly number[]) {
  const written = places.map((place) => textIn(cells, place));
  return { yi: written.includes("") ? "" : written.join(" / ") };
}
