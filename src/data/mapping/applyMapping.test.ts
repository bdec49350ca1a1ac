import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MappedColumn, type Mapping, ROLES, type Role } from "../../model/mapping";
import { qnorm } from "../../stats/index";
import { ASSUMED } from "../drafts";
import type { OpenedTable } from "../formats/format";
import { openText } from "../open/openText";
import { readOwn } from "../readDataset";
import { tidyTableOf } from "../tidyTable";
import { applyMapping } from "./applyMapping";
import { guessMapping } from "./guessMapping";
import { mappingKey } from "./mappingKey";

function table(...lines: string[]): OpenedTable {
  const opened = openText("mine.csv", new TextEncoder().encode(lines.join("\n")));
  if (!("kind" in opened) || opened.kind !== "table") throw new Error("no table");
  return opened;
}

const column = (header: string, role: Role, about: Partial<MappedColumn> = {}): MappedColumn => ({
  ...{ header, role, outcome: null, timepoint: null, comparator: null },
  ...about,
});

const mapping = (columns: readonly MappedColumn[], change: Partial<Mapping> = {}): Mapping => ({
  ...{ columns, constants: ASSUMED, splitOutcome: false, givenAre: "analysis-scale", reference: null },
  ...change,
});

function applied(from: OpenedTable, by: Mapping) {
  const read = applyMapping(from, by, qnorm);
  if ("error" in read) throw new Error(read.error.message);
  const own = { id: "1", name: "Mine", fileName: "mine.csv", format: read.format, table: tidyTableOf(read.table) };
  const { described } = read;
  return { read, ...readOwn({ ...own, described, remedies: [], exported: [] }, read.table) };
}

/** A mapping by its roles alone, in the order of the columns. */
function byRoles(from: OpenedTable, roles: readonly Role[], change: Partial<Mapping> = {}): Mapping {
  return mapping(
    from.header.map((header, i) => column(header, roles[i]!)),
    change,
  );
}

describe("rows of two arms", () => {
  it("become rows of the tidy table, with what every row is and further columns", () => {
    const from = table("who;ev;of;ev2;of2;ci;country", "Lee;4;50;9;51;x;UK");
    const by = byRoles(from, ["study", "ai", "n1i", "ci", "n2i", "further", "further"], {
      constants: { outcome: "Nausea", timepoint: "Day 1", comparator: "Placebo" },
    });
    const { dataset, errors } = applied(from, by);
    expect(errors).toEqual([]);
    expect(dataset?.rows[0]).toMatchObject({
      ...{ slab: "Lee", outcome: "Nausea", timepoint: "Day 1", comparator: "Placebo" },
      data: { kind: "counts", ai: 4, n1i: 50, ci: 9, n2i: 51 },
      columns: { "ci (in the file)": "x", country: "UK" },
    });
  });

  it("become several where several timepoints or outcomes stand side by side", () => {
    const from = table(
      "study,nt,nc,m1,s1,m2,s2,late m1,late s1,late m2,late s2",
      "Lee,50,51,1,1,2,1,3,1,4,1",
      "Kim,40,41,5,1,6,1,,,,",
    );
    const late = { timepoint: "1 year" };
    const by = mapping([
      ...[column("study", "study"), column("nt", "n1i"), column("nc", "n2i")],
      ...[column("m1", "m1i"), column("s1", "sd1i"), column("m2", "m2i"), column("s2", "sd2i")],
      ...[column("late m1", "m1i", late), column("late s1", "sd1i", late)],
      ...[column("late m2", "m2i", late), column("late s2", "sd2i", late)],
    ]);
    const { dataset, errors } = applied(from, by);
    expect(errors).toEqual([]);
    expect(dataset?.rows.map(({ slab, timepoint, data }) => [slab, timepoint, data])).toEqual([
      ["Lee", "End of study", expect.objectContaining({ m1i: 1, n1i: 50, m2i: 2 })],
      ["Lee", "1 year", expect.objectContaining({ m1i: 3, n1i: 50, m2i: 4, n2i: 51 })],
      ["Kim", "End of study", expect.objectContaining({ m1i: 5 })],
    ]);
  });

  it("have their timepoints taken out of their outcomes, and given the unit of their header", () => {
    const cells = "4,50,9,51";
    const from = table("study,outcome,ev,n,evc,nc", `Lee,Pain at 3 months,${cells}`, `Kim,Pain,${cells}`);
    const roles: Role[] = ["study", "outcome", "ai", "n1i", "ci", "n2i"];
    const { dataset } = applied(from, byRoles(from, roles, { splitOutcome: true }));
    expect(dataset?.rows.map(({ outcome, timepoint }) => [outcome, timepoint])).toEqual([
      ["Pain", "3 months"],
      ["Pain", "End of study"],
    ]);
    const weeks = table("study,Follow-up (weeks),ev,n,evc,nc", `Lee,1,${cells}`, `Kim,12,${cells}`);
    const timed = applied(weeks, byRoles(weeks, ["study", "timepoint", "ai", "n1i", "ci", "n2i"]));
    expect(timed.dataset?.rows.map(({ timepoint }) => timepoint)).toEqual(["1 week", "12 weeks"]);
  });

  it("keep the places of the file in what is said of faults", () => {
    const from = table("study,ev,n,evc,nc", "", "Lee,4,50,9,51", "Kim,60,50,9,51");
    const { errors } = applied(from, byRoles(from, ["study", "ai", "n1i", "ci", "n2i"]));
    expect(errors).toMatchObject([{ code: "events-above-size", where: { row: 4 } }]);
  });
});

describe("rows of single arms", () => {
  it("become comparisons with the reference, a study being named once", () => {
    const from = table("study,arm,mean,sd,n", "Lee,Drug,3,1,50", ",Placebo,4,1,51");
    const roles: Role[] = ["study", "arm", "mean", "sd", "n"];
    const { dataset, read } = applied(from, byRoles(from, roles, { reference: "Placebo" }));
    expect(dataset?.rows[0]).toMatchObject({
      ...{ slab: "Lee", comparator: "Placebo" },
      data: { kind: "means", m1i: 3, n1i: 50, m2i: 4, n2i: 51 },
    });
    expect(read.notes.map(({ code }) => code)).toContain("study-filled-down");
  });
});

describe("ready-made effects", () => {
  it("that are ratios stand as logarithms", () => {
    const from = table("study,OR,lo,hi", "Lee,0.5,0.25,1");
    const by = byRoles(from, ["study", "yi", "ciLb", "ciUb"], { givenAre: "ratios" });
    const { dataset } = applied(from, by);
    const { yi, vi } = dataset!.rows[0]!.data as { yi: number; vi: number };
    expect(yi).toBeCloseTo(Math.log(0.5), 12);
    expect(Math.sqrt(vi)).toBeCloseTo(Math.log(4) / (2 * 1.959963984540054), 12);
    expect(dataset?.descriptor.outcomes[0]?.given).toEqual({ name: "odds ratio", short: "OR", scale: "log" });
  });

  it("that are no ratios are faulted, not dropped in silence", () => {
    const from = table("study,OR,lo,hi", "Lee,0,0.25,1");
    const by = byRoles(from, ["study", "yi", "ciLb", "ciUb"], { givenAre: "ratios" });
    expect(applied(from, by)).toMatchObject({ dataset: null, errors: [{ code: "not-a-number", where: { row: 2 } }] });
  });

  it("have their standard error from the p-value, or their middle from the limits, where there is nothing else", () => {
    const from = table("study,effect,p,lo,hi", "Lee,-2,0.05,,", "Kim,,,-3,1");
    const { dataset, read } = applied(from, byRoles(from, ["study", "yi", "pval", "ciLb", "ciUb"]));
    const [lee, kim] = dataset!.rows.map(({ data }) => data as { yi: number; vi: number });
    expect(lee?.vi).toBeCloseTo((2 / 1.959963984540054) ** 2, 10);
    expect(kim?.yi).toBe(-1);
    expect(read.notes.map(({ code }) => code)).toEqual(["middle-taken", "spread-from-p"]);
  });
});

describe("a mapping that is not complete", () => {
  const from = table("study,ev,n,evc,nc", "Lee,4,50,9,51");

  it.each<[string, Role[]]>([
    ["needs-study", ["further", "ai", "n1i", "ci", "n2i"]],
    ["needs-numbers", ["study", "ai", "n1i", "ci", "further"]],
    ["needs-numbers", ["study", "mean", "n", "further", "arm"]],
    ["role-twice", ["study", "ai", "n1i", "ai", "n2i"]],
  ])("says %s", (code, roles) => {
    expect(applyMapping(from, byRoles(from, roles), qnorm)).toMatchObject({ error: { code } });
  });

  it("passes over columns that the table has not", () => {
    const by = byRoles(from, ["study", "ai", "n1i", "ci", "n2i"]);
    const { dataset } = applied(from, { ...by, columns: [...by.columns, column("gone", "m1i")] });
    expect(dataset?.rows).toHaveLength(1);
  });
});

it("is remembered for the same columns, whatever their capitals and spaces", () => {
  expect(mappingKey(["Study ID", "N.1"])).toBe(mappingKey(["study_id", "n1"]));
  expect(mappingKey(["a", "b"])).not.toBe(mappingKey(["b", "a"]));
});

const name = fc.oneof(fc.constantFrom("__proto__", "constructor", "study", "mean t", "n1", "OR", ""), fc.string());
const cell = fc.oneof(fc.constantFrom("", "Lee", "3", "-1.5", "0", "<0.001", "1e999", "=cmd()"), fc.string());

it("ends in a reading whatever the table and the mapping", () => {
  const role = fc.constantFrom(...ROLES);
  const about = fc.option(cell);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, role, about, about, about), { minLength: 2, maxLength: 9 }),
      fc.array(fc.array(cell, { minLength: 9, maxLength: 9 }), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (heads, rows, ratios) => {
        const from: OpenedTable = {
          ...{ kind: "table", name: "t", delimiter: ",", errors: [], notes: [] },
          header: heads.map(([header]) => header),
          records: rows.map((cells, i) => ({ row: i + 2, cells: cells.slice(0, heads.length) })),
        };
        const columns = heads.map(([header, role, outcome, timepoint, comparator]) => {
          return { header, role, outcome, timepoint, comparator };
        });
        const given = mapping(columns, { splitOutcome: ratios, givenAre: ratios ? "ratios" : "analysis-scale" });
        for (const by of [given, guessMapping(from)]) {
          const read = applyMapping(from, by, qnorm);
          if ("error" in read) expect(read.error.remedy).not.toBe("");
          else expect(() => applied(from, by)).not.toThrow();
        }
      },
    ),
    { numRuns: 500 },
  );
});
