import { describe, expect, it } from "vitest";
import { datasetOf, opened, readTidy } from "../fixtures";
import binaryLong from "./fixtures/binary-long.csv?raw";
import continuousWide from "./fixtures/continuous-wide.csv?raw";
import dong from "./fixtures/dat.dong2013.csv?raw";
import franchini from "./fixtures/dat.franchini2012.csv?raw";
import linde from "./fixtures/dat.linde2015.csv?raw";
import senn from "./fixtures/dat.senn2013.csv?raw";
import { METAINSIGHT_LONG } from "./longFormat";
import { METAINSIGHT_WIDE } from "./wideFormat";

const codes = (format: typeof METAINSIGHT_LONG, text: string) => readTidy(format, text).notes.map(({ code }) => code);

describe("a row per arm", () => {
  it("is compared with the arm that most studies have", () => {
    const { rows, descriptor } = datasetOf(METAINSIGHT_LONG, binaryLong);
    expect(descriptor.comparators).toEqual(["Placebo"]);
    expect(rows[0]).toMatchObject({
      ...{ studyId: "Trial 1", comparator: "Placebo", columns: { Intervention: "TIO-SMI" } },
      data: { kind: "counts", ai: 52, n1i: 1989, ci: 38, n2i: 2002 },
    });
    expect(descriptor.arms.control).toBe("Placebo");
  });

  it("reads the same of metadat’s own names", () => {
    const own = datasetOf(METAINSIGHT_LONG, dong).rows;
    const named = datasetOf(METAINSIGHT_LONG, binaryLong).rows;
    expect(own.map(({ data }) => data)).toEqual(named.map(({ data }) => data));
    expect(own[0]?.studyId).toBe("Study 1");
  });

  it("reads means, keeping further columns", () => {
    const { rows } = datasetOf(METAINSIGHT_LONG, senn);
    expect(rows[0]).toMatchObject({
      ...{ studyId: "De Fronzo (1995)", columns: { Intervention: "metformin", comment: "change" } },
      data: { kind: "means", m1i: -1.7, sd1i: 1.459, n1i: 213, m2i: 0.2, sd2i: 1.446, n2i: 209 },
    });
  });

  it("is refused where no study has two arms", () => {
    const files = [opened("Study,T,N,R\nLee,A,10,1\nKim,A,10,2")];
    expect(METAINSIGHT_LONG.read(files)).toMatchObject({ kind: "refused", errors: [{ code: "no-contrasts" }] });
  });
});

describe("a row per study", () => {
  it("gives a contrast for each arm, with judgements in words", () => {
    const { rows, descriptor } = datasetOf(METAINSIGHT_WIDE, continuousWide);
    expect(rows.map(({ studyId, columns }) => [studyId, columns["Intervention"]])).toEqual([
      ["Ahn 2012", "Drug A"],
      ["Ahn 2012", "Drug B"],
      ["Bell 2014", "Drug A"],
    ]);
    expect(rows[1]?.data).toEqual({ kind: "means", m1i: -3.2, sd1i: 13.3, n1i: 32, m2i: -1, sd2i: 11.1, n2i: 30 });
    expect(rows[2]?.columns).toMatchObject({ "covar.age": 58, rob: "Some concerns", indirectness: 1 });
    const judged = descriptor.columns.filter(({ riskOfBias }) => riskOfBias !== null);
    expect(judged.map(({ riskOfBias }) => riskOfBias)).toEqual(["overall", "Blinding (outcomes)"]);
    expect(descriptor.defaults.compareBy).toBe("Intervention");
  });

  it("says which studies are left out and where a control arm is shared", () => {
    const { notes } = readTidy(METAINSIGHT_WIDE, continuousWide);
    const found = new Map(notes.map(({ code, message }) => [code, message]));
    expect(found.get("without-reference")).toContain("“Cruz 2016” has no comparison with “Placebo”");
    expect(found.get("shared-control")).toContain("“Ahn 2012” has several arms");
    expect(found.has("compared-with")).toBe(true);
  });

  it("takes each numbered count of dat.linde2015 as an outcome", () => {
    const { rows, descriptor } = datasetOf(METAINSIGHT_WIDE, linde);
    expect(descriptor.outcomes.map(({ name }) => name)).toEqual(["resp", "loss", "loss.ae", "remi", "ae"]);
    const lecrubier = rows.filter(({ studyId }) => studyId === "Lecrubier 1997");
    expect(lecrubier.filter(({ outcome }) => outcome === "resp").map(({ slab }) => slab)).toEqual([
      "Lecrubier 1997, TCA",
      "Lecrubier 1997, SNRI",
    ]);
    expect(lecrubier[0]?.data).toEqual({ kind: "counts", ai: 49, n1i: 75, ci: 48, n2i: 76 });
    expect(codes(METAINSIGHT_WIDE, linde)).toContain("shared-control");
  });

  it("reads y and sd of dat.franchini2012 as means", () => {
    const { rows } = datasetOf(METAINSIGHT_WIDE, franchini);
    expect(rows[0]).toMatchObject({
      ...{ studyId: "Lieberman 1998", columns: { Intervention: "Ropinirole" } },
      data: { m1i: -1.53, sd1i: 4.28, n1i: 95, m2i: -1.22, sd2i: 3.7, n2i: 54 },
    });
  });
});

it.each([
  ["Study,T,N", false],
  ["Study,T,N,R", true],
  ["Study,T,N,Mean", false],
  ["Study,T,N,Mean,SD", true],
])("knows a row per arm by its columns: %s", (header, known) => {
  expect(METAINSIGHT_LONG.recognises([opened(`${header}\n${header}`)])).toBe(known);
});

it.each([
  ["Study,T.1,N.1,T.2,N.2", false],
  ["Study,T.1,N.1,T.2,N.2,rob.a1,rob.a2", false],
  ["Study,T.1,N.1,SD.1,T.2,N.2,SD.2", false],
  ["Study,T.1,N.1,R.1,T.2,N.2,R.2", true],
])("knows numbered arms by their columns: %s", (header, known) => {
  expect(METAINSIGHT_WIDE.recognises([opened(`${header}\n${header}`)])).toBe(known);
});
