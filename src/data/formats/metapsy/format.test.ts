import { describe, expect, it } from "vitest";
import { datasetOf, opened, readTidy } from "../fixtures";
import depression from "./fixtures/depression.csv?raw";
import { METAPSY } from "./format";

describe("a database in the Metapsy standard", () => {
  const { rows, descriptor, errors } = datasetOf(METAPSY, depression);
  const by = (studyId: string, outcome: string) => rows.filter((r) => r.studyId === studyId && r.outcome === outcome);

  it("opens without a fault", () => {
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(8);
  });

  it("reads means, change, events and effects of their own, with decimal commas", () => {
    expect(by("Adams, 2009", "Symptom severity")[0]?.data).toEqual({
      ...{ kind: "means", m1i: 12.4, sd1i: 6.3, n1i: 40, m2i: 18.9, sd2i: 7.1, n2i: 38 },
    });
    expect(by("Baker, 2014", "Symptom severity")[0]?.data).toEqual({
      ...{ kind: "means", m1i: -6.1, sd1i: 4.8, n1i: 55, m2i: -3.2, sd2i: 5.1, n2i: 57 },
    });
    expect(by("Adams, 2009", "Response")[0]?.data).toEqual({ kind: "counts", ai: 21, n1i: 42, ci: 9, n2i: 41 });
    expect(by("Chen, 2018", "Symptom severity")[0]?.data).toEqual({
      ...{ kind: "given", yi: -0.71, vi: 0.27 ** 2, n1i: 30, n2i: 29 },
    });
    expect(by("Diaz, 2020", "Remission")[0]?.data).toEqual({
      ...{ kind: "given", yi: 0.41, vi: 0.22 ** 2, n1i: 60, n2i: 61 },
    });
  });

  it("tells what given effects are", () => {
    const given = new Map(descriptor.outcomes.map((outcome) => [outcome.name, outcome.given]));
    expect(given.get("Symptom severity")).toMatchObject({ short: "g", scale: "identity" });
    expect(given.get("Remission")).toMatchObject({ short: "RR", scale: "log" });
    expect(descriptor.outcomes.find(({ name }) => name === "Response")?.better).toBe("higher");
  });

  it("has times, comparators and interventions of its own", () => {
    expect(descriptor.timepoints.map(({ name }) => name)).toEqual(["Post-treatment", "Follow-up"]);
    expect(descriptor.comparators).toEqual(["wlc", "cau", "other ctr"]);
    const columns = { Intervention: "bat", instrument: "phq-9", time_weeks: 10, rating: "self-report", rob: 3 };
    expect(rows[3]?.columns).toMatchObject(columns);
  });

  it("leaves out what metapsyTools computed", () => {
    expect(descriptor.columns.filter(({ name }) => name.startsWith("."))).toEqual([]);
  });

  it("says what to mind", () => {
    const { notes } = readTidy(METAPSY, depression);
    const found = new Map(notes.map(({ code, message }) => [code, message]));
    expect(found.get("change-scores")).toMatch(/^One row gives change/);
    expect(found.get("precalculated")).toMatch(/^2 rows give/);
    expect(found.get("several-rows")).toMatch(/^2 studies have several rows/);
  });

  it("tells rows of one study apart", () => {
    expect(new Set(rows.map((r) => [r.outcome, r.timepoint, r.slab].join())).size).toBe(rows.length);
  });
});

it("falls back on the effects of metapsyTools where nothing else is given", () => {
  const { rows } = datasetOf(METAPSY, "study,condition_arm1,condition_arm2,time,.g,.g_se\nLee,cbt,wl,post,-0.5,0.2");
  expect(rows[0]?.data).toMatchObject({ yi: -0.5, vi: 0.2 ** 2 });
});

it("needs numbers to know a table", () => {
  expect(METAPSY.recognises([opened("study,condition_arm1,condition_arm2\nLee,cbt,wl")])).toBe(false);
});
