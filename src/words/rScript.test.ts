import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { ExplorationKind } from "../model/exploration";
import type { PoolingModel } from "../model/poolingModel";
import type { Selection } from "../model/selection";
import type { SubsetSpread } from "../model/subsets";
import { provenCase } from "../ui/export/provenCase";
import { bundled } from "../worker/bundledDataset";
import { type Proven, rScript } from "./rScript";

type Model = Partial<PoolingModel>;

const ALL = { compareBy: null };
const PAIN = { ...ALL, outcome: "Pain", timepoint: "1 month" };
const FUNCTION = { ...ALL, outcome: "Physical function", timepoint: "1 week" };
const EVENTS = { ...ALL, outcome: "Adverse events", timepoint: "During follow-up" };
const MODELS: readonly Model[] = [
  {},
  { method: "DL", test: "z", predint: "z" },
  { method: "PM", test: "adhoc", predint: "HTS" },
  { method: "EE", test: "z" },
  { method: "ML", test: "t", predint: "V" },
  { method: "SJ", test: "wider", predint: "HK-PR" },
];
const TABLES: readonly Model[] = [
  { method: "EE", test: "z", weighting: "MH" },
  { method: "DL", test: "knha", predint: "HTS", weighting: "MH" },
];

/** Every view on data of every kind, models taking turns. */
function cases(): readonly { readonly name: string; readonly proven: Proven }[] {
  const questions = [
    ["us-nkt", PAIN],
    ["us-nkt", FUNCTION],
    ["us-nkt", { ...PAIN, measure: "MD" }],
    ["us-nkt", { ...PAIN, compareBy: "comparator" }],
    ["us-nkt", { ...PAIN, compareBy: "timepoint" }],
    ["us-nkt", EVENTS],
    ["bcg-tuberculosis", ALL],
    ["bcg-tuberculosis", { ...ALL, measure: "OR" }],
    ["bcg-tuberculosis", { ...ALL, measure: "RD" }],
    ["bcg-tuberculosis", { compareBy: "allocation" }],
    ["p6-nausea", { ...ALL, measure: "PETO" }],
    ["dbs-parkinson", ALL],
  ] as const;
  const views: readonly (readonly ExplorationKind[])[] = [
    ["lens"],
    ["smallStudy"],
    ["timeCourse"],
    ["bubble"],
    ["influence", "cumulative", "smallStudy"],
  ];
  return questions.flatMap(([id, selection], q) =>
    views.flatMap((kinds, v) => {
      const isOfTables = id === "bcg-tuberculosis" || selection === EVENTS;
      const models = [MODELS[(q + v) % MODELS.length]!, ...(isOfTables ? [TABLES[(q + v) % TABLES.length]!] : [])];
      return models.map((model) => ({
        name: `${id} ${JSON.stringify(selection)} ${JSON.stringify(model)} ${kinds.join()}`,
        proven: provenCase(id, selection, model, kinds),
      }));
    }),
  );
}

/** A question with no more than some of its studies. */
function few(id: string, selection: Partial<Selection>, k: number, model: Model = {}): Partial<Selection> {
  const { analysis, rowOf } = provenCase(id, selection, model);
  const ids = analysis.studies.flatMap(({ rowId, effect }) => (effect ? [rowOf(rowId).studyId] : []));
  return { ...selection, excluded: ids.slice(k) };
}

type Doubtful = readonly [
  id: string,
  selection: Partial<Selection>,
  model: Model,
  kinds: readonly ExplorationKind[],
  spread?: SubsetSpread,
];

/** What would change the answer: selection models, every analysis, every subset; on data and models of every kind. */
function doubts(): readonly Doubtful[] {
  const zeros = { outcome: "Adverse events", timepoint: "During follow-up" };
  return [
    ["bcg-tuberculosis", ALL, {}, ["selection"]],
    ["bcg-tuberculosis", { ...ALL, measure: "RD" }, { method: "DL", weighting: "MH", level: 0.9 }, ["selection"]],
    ["us-nkt", PAIN, { method: "EE" }, ["selection"]],
    ["us-nkt", { ...PAIN, compareBy: "timepoint" }, {}, ["selection"]],
    ["dbs-parkinson", ALL, {}, ["selection"]],
    ["p6-nausea", { ...ALL, measure: "OR" }, {}, ["selection"]],
    ["bcg-tuberculosis", few("bcg-tuberculosis", ALL, 3), {}, ["multiverse"]],
    ["us-nkt", { ...few("us-nkt", FUNCTION, 2), compareBy: "timepoint" }, { method: "EE", level: 0.9 }, ["multiverse"]],
    [
      "us-nkt",
      few("us-nkt", { ...ALL, ...zeros, measure: "OR" }, 2),
      { weighting: "MH", method: "DL" },
      ["multiverse"],
    ],
    ["dbs-parkinson", few("dbs-parkinson", ALL, 4), {}, ["multiverse"]],
    ["dbs-parkinson", few("dbs-parkinson", ALL, 2), {}, ["smallStudy", "influence"]],
    ["us-nkt", { ...few("us-nkt", PAIN, 2), compareBy: "comparator" }, { groupTau2: "common" }, []],
    ["us-nkt", few("us-nkt", PAIN, 7), {}, [], "tau2"],
    ["us-nkt", { ...PAIN, compareBy: "timepoint" }, { method: "EE" }, [], "I2"],
    ["bcg-tuberculosis", ALL, {}, [], "I2"],
    ["bcg-tuberculosis", { ...ALL, measure: "OR" }, { method: "EE", weighting: "MH" }, [], "k"],
    ["p6-nausea", ALL, { method: "PM" }, [], "tau2"],
  ];
}

describe("rScript", () => {
  it("says which view it is of, and of which data", () => {
    const script = rScript(provenCase("us-nkt", PAIN, {}, []));
    expect(script).toMatch(/^# The view: https:\/\/example\.org\/\?outcome=Pain\n# SHA-256 .*: 0123abcd\n/);
    expect(script).toContain("library(metafor)");
    expect(script).toContain('requireNamespace("meta", quietly = TRUE)');
    expect(script).toMatch(/\d+ checks passed/);
  });

  it("holds what the view shows, and only that", () => {
    const script = (kinds: readonly ExplorationKind[]) => rScript(provenCase("bcg-tuberculosis", ALL, {}, kinds));
    expect(script([])).not.toMatch(/regtest|trimfill|mods|influence/);
    expect(script(["smallStudy"])).toMatch(/regtest[\s\S]*ranktest[\s\S]*trimfill/);
    expect(script(["bubble"])).toContain("mods = ~ x");
    expect(script(["influence", "cumulative"])).toMatch(/leave1out[\s\S]*influence\(res\)[\s\S]*cumul/);
    expect(script(["lens"])).toContain("per_thousand");
    expect(script(["selection"])).toContain('alternative = "less"');
    expect(script(["multiverse"])).toContain("# Every analysis: 1,680 of them");
    expect(script(["influence"])).toContain("# Every subset of 13 studies would take R minutes to hours");
  });

  it("lets no text of the data out of its string or comment", () => {
    const hostile = provenCase("us-nkt", PAIN, {}, []);
    const name = 'x"); system("id")\u0000\n\r\u2028q("no")\\';
    const { descriptor, rowOf } = hostile;
    const script = rScript({
      ...hostile,
      descriptor: { ...descriptor, figureNote: name, arms: { intervention: name, control: name } },
      rowOf: (id) => ({ ...rowOf(id), slab: name }),
    });
    expect(script.split(/[\n\r\u2028]/).filter((line) => /^\s*(q\(|system)/.test(line))).toEqual([]);
    expect(script).toContain('"x\\"); system(\\"id\\")');
  });

  it("fits the analyses of all studies alone where there are too many", () => {
    const script = rScript(provenCase("nrt-smoking", ALL, {}, ["multiverse"]));
    expect(script).toMatch(/# Every analysis: 120 of them.*\n# All 16,440, with each study left out, would take/);
  });

  it("is empty where nothing is pooled", () => {
    const excluded = bundled("us-nkt").rows.map(({ studyId }) => studyId);
    expect(rScript(provenCase("us-nkt", { ...PAIN, excluded }, {}, ["influence", "smallStudy", "timeCourse"]))).toBe(
      "",
    );
  });
});

const metafor = spawnSync("Rscript", ["-e", "cat(as.character(packageVersion('metafor')))"], { encoding: "utf8" });

/** What becomes of each script, run by itself: "" where all its checks pass, else R's message. */
function faults(scripts: readonly string[]): readonly string[] {
  const whole = scripts
    .map((script) => `cat("@", tryCatch({ local({\n${script}\n}); "" }, error = conditionMessage), "\\n")`)
    .join("\n");
  const args = ["-e", "invisible(eval(parse(file('stdin', encoding = 'UTF-8'))))"];
  const { stdout, stderr } = spawnSync("Rscript", args, { input: whole, encoding: "utf8", maxBuffer: 1e9 });
  const lines = stdout.split("\n").filter((line) => line.startsWith("@"));
  if (lines.length !== scripts.length) throw new Error(`R ended after ${lines.length}: ${stderr.slice(-800)}`);
  return lines.map((line) => line.slice(1).trim());
}

// R is no part of the project's set-up: where Rscript with metafor is not installed, these are reported as skipped.
describe.skipIf(metafor.status !== 0)("the script run by R's metafor", () => {
  it("finds the page's numbers for every view, to 1e-8", { timeout: 600_000 }, () => {
    const all = cases();
    const found = faults(all.map((one) => rScript(one.proven)));
    expect(all.map(({ name }, i) => ({ name, fault: found[i] })).filter(({ fault }) => fault !== "")).toEqual([]);
  });

  it("finds what would change the answer", { timeout: 600_000 }, () => {
    const all = doubts();
    const found = faults(all.map((one) => rScript(provenCase(...one))));
    expect(all.map((one, i) => ({ one, fault: found[i] })).filter(({ fault }) => fault !== "")).toEqual([]);
  });

  it("stops where a number of the page is another one", { timeout: 120_000 }, () => {
    const found = faults(wrong().map(rScript));
    expect(found).toEqual([
      expect.stringMatching(/^pooled effect and its interval: number 3 differs by/),
      expect.stringMatching(/^tau2 about the line: number 1 differs by/),
      expect.stringMatching(/^without each study: lower limits: number 5 differs by/),
      expect.stringMatching(/^selection, severe-one-tailed: number 2 differs by/),
      expect.stringMatching(/^every analysis: upper limits: number 100 differs by/),
      expect.stringMatching(/^every subset: bins of estimates with another count: number 1 differs by/),
    ]);
  });
});

/** One number off in each of several scripts, by a ten-millionth of itself or, of counts, by one. */
function wrong(): readonly Proven[] {
  const off = 1 + 1e-7;
  const honest = provenCase("bcg-tuberculosis", ALL, {}, ["bubble", "influence", "selection"], "I2");
  const { analysis, findings, subsets } = honest;
  const overall = analysis.overall!;
  const bubble = findings.bubble!;
  const studies = findings.influence!.studies.map((study, i) => {
    const without = study.without!;
    return i === 4 ? { ...study, without: { ...without, ciLb: without.ciLb * off } } : study;
  });
  const selection = findings.selection!;
  if ("reason" in selection) throw new Error(selection.reason);
  const effects = selection.effects.map((effect, i) => (i === 1 ? { ...effect, ciLb: effect.ciLb * off } : effect));
  const small = provenCase("dbs-parkinson", few("dbs-parkinson", ALL, 4), {}, ["multiverse"]);
  const multiverse = small.findings.multiverse!;
  const ciUb = multiverse.specifications.ciUb.map((limit, i) => (i === 99 ? limit * off : limit));
  const specifications = { ...multiverse.specifications, ciUb };
  const estimateByStudy = subsets!.estimateByStudy.slice();
  const at = estimateByStudy.findIndex((count) => count > 0);
  estimateByStudy[at]! += 1;
  estimateByStudy[at + 1]! -= 1;
  const bare = { ...honest, findings: {}, subsets: null };
  return [
    { ...bare, analysis: { ...analysis, overall: { ...overall, ciUb: overall.ciUb * off } } },
    { ...bare, findings: { bubble: { ...bubble, fit: { ...bubble.fit!, tau2: bubble.fit!.tau2 * off } } } },
    { ...bare, findings: { influence: { ...findings.influence!, studies } } },
    { ...bare, findings: { selection: { ...selection, effects } } },
    { ...small, findings: { multiverse: { ...multiverse, specifications } } },
    { ...bare, subsets: { ...subsets!, estimateByStudy } },
  ];
}
