import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDataset } from "../data/readDataset";
import { type Analysis, type GroupResult, NESTED } from "../model/analysis";
import type { Dataset } from "../model/descriptor";
import type { Question } from "../model/selection";
import type { Row } from "../model/study";
import { expectClose } from "../stats/reference/reference";
import { analyse } from "./analyse";
import { BUNDLED, bundled, bundledSource } from "./bundledDataset";
import { manyQuestions } from "./manyQuestions";
import { createPool } from "./run";

/** Rounding only, relative to a number's size; effects that may be near 0 relative to their standard error. */
const TOLERANCE = 1e-12;

describe.each(BUNDLED)("no number of %s changes beyond rounding", (id) => {
  const dataset = bundled(id);
  const question = fc.constantFrom(...manyQuestions(dataset));
  const holds = <T>(varied: fc.Arbitrary<T>, check: (asked: Question, by: T) => void) =>
    fc.assert(fc.property(question, varied, check), { numRuns: 60, seed: 4 });

  it("when the rows of the file stand in another order", () => {
    const [header, ...lines] = bundledSource(id).csv.trimEnd().split("\n");
    expect(lines).toHaveLength(dataset.rows.length);
    const order = fc.shuffledSubarray(lines, { minLength: lines.length });
    holds(order, (asked, shuffled) => {
      const { dataset: again } = readDataset({ ...bundledSource(id), csv: [header, ...shuffled].join("\n") });
      expectSame(numbersOf(again!, asked), numbersOf(dataset, asked));
    });
  });

  it("when studies are left out and taken back, and without them it is as if they were not in the file", () => {
    const pool = createPool();
    pool.restore("data", dataset);
    const studies = [...new Set(dataset.rows.map(({ studyId }) => studyId))];
    holds(fc.subarray(studies, { maxLength: studies.length - 1 }), (asked, excluded) => {
      const before = pool.answer("data", asked);
      const without = { ...asked, selection: { ...asked.selection, excluded } };
      expect(pool.answer("data", without).studies.rowId).toEqual(before.studies.rowId);
      expect(pool.answer("data", asked)).toEqual(before);
      const rows = dataset.rows.filter(({ studyId }) => !excluded.includes(studyId));
      if (!rows.some(({ outcome }) => outcome === asked.selection.outcome)) return;
      const left = numbersOf(dataset, without);
      const studiesLeft = new Map([...left.studies].filter(([, { state }]) => state === "included"));
      expectSame({ ...left, studies: studiesLeft }, numbersOf({ ...dataset, rows }, asked));
    });
  });

  it("when groups are listed the other way round", () => {
    const { descriptor } = dataset;
    const comparators = descriptor.comparators.toReversed();
    const swapped = {
      ...dataset,
      descriptor: { ...descriptor, comparators, timepoints: descriptor.timepoints.toReversed() },
    };
    holds(fc.constant(null), (asked) => expectSame(numbersOf(swapped, asked), numbersOf(dataset, asked)));
  });

  it("when comparators are called otherwise", () => {
    const { descriptor, rows } = dataset;
    const names = new Map(descriptor.comparators.map((name, i) => [name, `${"zyxwvut"[i]} & ${name}, renamed`]));
    const renamed = (name: string) => names.get(name) ?? name;
    const other: Dataset = {
      descriptor: { ...descriptor, comparators: [...names.values()] },
      rows: rows.map((row) => ({ ...row, comparator: renamed(row.comparator) })),
    };
    holds(fc.constant(null), (asked) => {
      expectSame(numbersOf(other, asked), numbersOf(dataset, asked, renamed));
    });
  });
});

/** The numbers of an analysis by what they are about, wherever that stands. */
function numbersOf(dataset: Dataset, question: Question, renamed = (name: string) => name) {
  const { overall, noOverall, difference, measure, studies, groups, outerGroups } = analyse(dataset, question);
  const byId = new Map(dataset.rows.map((row) => [row.id, row]));
  const pooledOnly = (results: readonly GroupResult[]) =>
    new Map(
      results.flatMap(({ key, pooled }) => (pooled ? [[key.split(NESTED).map(renamed).join(NESTED), pooled]] : [])),
    );
  return {
    ...{ overall, noOverall, difference, measure, groups: pooledOnly(groups), outerGroups: pooledOnly(outerGroups) },
    studies: new Map(
      studies.map(({ rowId, ...result }): [string, Omit<Analysis["studies"][number], "rowId">] => [
        identityOf(byId.get(rowId)!, renamed),
        result,
      ]),
    ),
  };
}

/** A row by all that the file says of it. */
function identityOf(
  { studyId, outcome, timepoint, comparator, data, columns }: Row,
  renamed: (name: string) => string,
) {
  return JSON.stringify([studyId, outcome, timepoint, renamed(comparator), data, columns]);
}

/** Fails where a number differs beyond rounding, and where anything else differs at all. */
function expectSame(got: unknown, want: unknown, scale = 0): void {
  if (typeof want === "number" && typeof got === "number") expectClose(got, want, TOLERANCE, scale);
  else if (want instanceof Map && got instanceof Map) {
    expect([...got.keys()].sort()).toEqual([...want.keys()].sort());
    for (const [key, value] of want) expectSame(got.get(key), value);
  } else if (isRecord(want) && isRecord(got)) {
    expect(Object.keys(got)).toEqual(Object.keys(want));
    const { se } = want;
    for (const [key, value] of Object.entries(want)) expectSame(got[key], value, typeof se === "number" ? se : scale);
  } else expect(got).toEqual(want);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
