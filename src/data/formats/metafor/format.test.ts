import { describe, expect, it } from "vitest";
import { datasetOf, opened, readTidy } from "../fixtures";
import assink from "./fixtures/dat.assink2016.csv?raw";
import bcg from "./fixtures/dat.bcg.csv?raw";
import debruin from "./fixtures/dat.debruin2009.csv?raw";
import gibson from "./fixtures/dat.gibson2002.csv?raw";
import hackshaw from "./fixtures/dat.hackshaw1998.csv?raw";
import ishak from "./fixtures/dat.ishak2007.csv?raw";
import kalaian from "./fixtures/dat.kalaian1996.csv?raw";
import molloy from "./fixtures/dat.molloy2014.csv?raw";
import nielweise from "./fixtures/dat.nielweise2008.csv?raw";
import normand from "./fixtures/dat.normand1999.csv?raw";
import escalcJson from "./fixtures/escalc.json?raw";
import { METADAT, METAFOR } from "./format";

/** Effects by metafor 3.8-1, made by scripts/formats/fixtures.R. */
const ESCALC = JSON.parse(escalcJson) as Record<string, { yi: number; vi: number }[]>;

const dataOf = (text: string) => datasetOf(METAFOR, text).rows.map(({ data }) => data);

function expectEffects(text: string, name: string): void {
  const read = dataOf(text);
  const expected = ESCALC[name]!;
  expect(read).toHaveLength(expected.length);
  for (const [i, data] of read.entries()) {
    if (data.kind !== "given") throw new Error(`row ${i} is of ${data.kind}`);
    expect(data.yi).toBeCloseTo(expected[i]!.yi, 12);
    expect(data.vi).toBeCloseTo(expected[i]!.vi, 12);
  }
}

describe("two arms", () => {
  it("reads the four cells of dat.bcg, naming studies by author and year", () => {
    const { rows, descriptor } = datasetOf(METAFOR, bcg);
    expect(rows).toHaveLength(13);
    expect(rows[0]).toMatchObject({ studyId: "Aronson 1948", year: 1948, data: { ai: 4, n1i: 123, ci: 11, n2i: 139 } });
    expect(rows[0]?.columns).toEqual({ trial: 1, ablat: 44, alloc: "random" });
    expect(descriptor.columns.map(({ name }) => name)).toEqual(["trial", "ablat", "alloc"]);
  });

  it("names studies by their source where they are only numbered", () => {
    const { rows } = datasetOf(METAFOR, normand);
    expect(rows[1]?.slab).toBe("Orpington-Mild");
    expect(rows[1]?.data).toEqual({ kind: "means", m1i: 27, sd1i: 7, n1i: 31, m2i: 29, sd2i: 4, n2i: 32 });
  });

  it("does not take kinds of sources for studies", () => {
    const text =
      "studyid,source,year,ni,ri\n1,journal,2001,30,0.1\n2,journal,2002,40,0.2\n3,thesis,2003,50,0.3\n4,thesis,2004,60,0.4";
    expect(datasetOf(METAFOR, text).rows[0]?.studyId).toBe("Study 1");
  });

  it("leaves arms in rows of their own to others", () => {
    expect(METAFOR.recognises([opened("study,authors,trt,xi,ni\n1,Lee,a,3,30")])).toBe(false);
  });

  it("keeps means and events of one table apart", () => {
    const { rows } = datasetOf(METAFOR, gibson);
    const kinds = new Map(rows.map(({ outcome, data }) => [outcome, data.kind]));
    expect(kinds).toEqual(
      new Map([
        ["Outcome (means)", "means"],
        ["Outcome (events)", "counts"],
      ]),
    );
    // Eight rows of means, two of which count events too.
    expect(rows.filter(({ outcome }) => outcome === "Outcome (means)")).toHaveLength(8);
    expect(rows.filter(({ outcome }) => outcome === "Outcome (events)").map(({ slab, data }) => [slab, data])).toEqual([
      ["Garret 1994", { kind: "counts", ai: 58, n1i: 100, ci: 57, n2i: 90 }],
      ["Neri 1996", { kind: "counts", ai: 7, n1i: 32, ci: 13, n2i: 33 }],
    ]);
  });
});

describe("given effects", () => {
  it("are called what the ratio beside them is", () => {
    const { rows, descriptor, errors } = datasetOf(METAFOR, hackshaw);
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({ slab: "Garfinkel 1981", data: { kind: "given" } });
    expect(rows[0]?.data).toHaveProperty("yi", 0.165514438477573);
    expect(descriptor.outcomes[0]?.given).toEqual({ name: "odds ratio", short: "OR", scale: "log" });
  });

  it("are not called a ratio by a column without limits", () => {
    const { descriptor } = datasetOf(METAFOR, "study,yi,vi,rr\nLee,0.5,0.1,16\nKim,0.4,0.1,18");
    expect(descriptor.outcomes[0]?.given).toMatchObject({ short: "Effect", scale: "identity" });
  });

  it("are logged where only the ratio and its limits stand", () => {
    const text = "author,year,or,or.lb,or.ub\nLee,2001,0.5,0.25,1\nKim,2002,2,x,4";
    const { rows, errors } = datasetOf(METAFOR, text);
    expect(rows[0]?.data).toMatchObject({ yi: Math.log(0.5) });
    const { vi } = rows[0]!.data as { vi: number };
    expect(Math.sqrt(vi)).toBeCloseTo(Math.log(4) / (2 * 1.959963984540054), 12);
    expect(errors.map(({ where }) => where)).toEqual([{ row: 3, column: "ci.lb", value: "x" }]);
  });

  it("stand at their own timepoints in dat.ishak2007", () => {
    const { rows, descriptor } = datasetOf(METAFOR, ishak);
    expect(descriptor.timepoints.map(({ name }) => name)).toEqual(["3 months", "6 months", "12 months", "Long term"]);
    const ofOne = rows.filter(({ studyId }) => studyId === "Barichella (2003)");
    expect(ofOne.map(({ timepoint, data }) => [timepoint, data])).toEqual([
      ["3 months", { kind: "given", yi: -20, vi: 7.3, n1i: null, n2i: null }],
      ["12 months", { kind: "given", yi: -30, vi: 5.7, n1i: null, n2i: null }],
    ]);
    expect(ofOne[0]?.columns).toEqual({ mdur: 13.5, mbase: 45.3 });
  });

  it("keep their numbered times under other names", () => {
    const { rows } = datasetOf(METAFOR, "study,y1i,v1i,y2i,v2i\nLee,1,2,3,4");
    expect(rows.map(({ timepoint }) => timepoint)).toEqual(["Time 1", "Time 2"]);
  });

  it("of one study in several rows have labels of their own", () => {
    const { rows } = datasetOf(METAFOR, assink);
    expect(new Set(rows.map(({ slab }) => slab)).size).toBe(rows.length);
    expect(rows[0]).toMatchObject({ studyId: "Study 1", year: null, columns: { esid: 1, deltype: "general" } });
  });

  it("keep outcomes and sizes", () => {
    const { rows } = datasetOf(METAFOR, kalaian);
    expect(rows[0]).toMatchObject({ outcome: "verbal", data: { yi: 0.22, vi: 0.0817, n1i: 28, n2i: 22 } });
  });
});

describe("effects that are computed", () => {
  it("are metafor's log rate ratios", () => expectEffects(nielweise, "IRR"));
  it("are metafor's Fisher z", () => expectEffects(molloy, "ZCOR"));
  it("are metafor's log odds of single groups", () => expectEffects(debruin, "PLO"));

  it("give zeros half an event, as metafor does, and say so", () => {
    const rates = "study,x1i,t1i,x2i,t2i\nA,0,10,2,11\nB,0,12,0,13\nC,3,9,0,8";
    expectEffects(rates, "IRR0");
    expect(readTidy(METAFOR, rates).notes.map(({ code }) => code)).toContain("half-added");
    expectEffects("study,xi,mi\nA,0,9\nB,5,0", "PLO0");
  });

  it("say what single groups do not show", () => {
    const { notes, described } = readTidy(METAFOR, debruin);
    expect(notes.map(({ code }) => code)).toContain("single-groups");
    expect(described.outcomes?.[0]?.given?.scale).toBe("log");
  });

  it("fault what cannot be computed, in its row", () => {
    const { errors } = datasetOf(METAFOR, "study,ri,ni\nA,0.2,30\nB,1,40\nC,x,20\nD,,20");
    const inEffects = errors.filter(({ where }) => where.column !== "vi");
    expect(inEffects.map(({ code, where }) => [where.row, code, where.value])).toEqual([
      [3, "not-a-number", "1 / 40"],
      [4, "not-a-number", "x / 20"],
      [5, "no-numbers", undefined],
    ]);
  });
});

it.each(["study,pain,n", "author,ai", "yi,vi"])("does not take %s for its own", (header) => {
  expect(METAFOR.recognises([opened(`${header}\n${header}`)])).toBe(false);
});

describe("before the reader of tidy tables", () => {
  const knows = (header: string) => METADAT.recognises([opened(`${header}\n${header}`)]);

  it.each(["study,source,n1i,m1i,sd1i,n2i,m2i,sd2i", "study,author,or,or.lb,or.ub,yi,vi"])("comes %s", (header) => {
    expect(knows(header)).toBe(true);
  });

  it.each(["study,ai,n1i,ci,n2i", "study,author,timepoint,yi,vi", "study,author,pain"])(
    "does not come %s",
    (header) => {
      expect(knows(header)).toBe(false);
    },
  );

  it("does not come what has a description", () => {
    const description = { kind: "json", name: "datapackage.json", value: {} } as const;
    expect(METADAT.recognises([opened(hackshaw), description])).toBe(false);
  });
});
