import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { ExplorationKind, Findings } from "../model/exploration";
import { NO_LENS } from "../model/lens";
import { COCHRANE_2024, type PoolingModel } from "../model/poolingModel";
import type { Question, Selection } from "../model/selection";
import { USUAL_FILL } from "../model/smallStudy";
import type { Row } from "../model/study";
import { defaultAsked } from "../state/selectors";
import { analyse } from "../worker/analyse";
import { bundled } from "../worker/bundledDataset";
import { explore } from "../worker/explore";
import { type Proven, rScript } from "./rScript";

type Model = Partial<PoolingModel>;

/** A question to a dataset, with what the page finds for the views named beside it. */
function proven(id: string, selection: Partial<Selection>, model: Model, kinds: readonly ExplorationKind[]): Proven {
  const dataset = bundled(id);
  const question: Question = {
    selection: { ...defaultAsked(dataset).selection, ...selection },
    model: { ...COCHRANE_2024, ...model },
  };
  const byId = new Map(dataset.rows.map((row) => [row.id, row]));
  const rowOf = (rowId: number): Row => byId.get(rowId)!;
  const found = {
    bubble: () => explore(dataset, "bubble", { question, column: "year" }),
    smallStudy: () => explore(dataset, "smallStudy", { question, fill: USUAL_FILL }),
    timeCourse: () => explore(dataset, "timeCourse", { question, sameTrials: false }),
    influence: () => explore(dataset, "influence", { question }),
    cumulative: () => explore(dataset, "cumulative", { question, by: "precision" }),
    lens: () => explore(dataset, "lens", { question, lens: NO_LENS }),
  };
  const findings: Findings = Object.fromEntries(
    Object.entries(found).flatMap(([kind, find]) => (kinds.some((asked) => asked === kind) ? [[kind, find()]] : [])),
  );
  return {
    ...{ analysis: analyse(dataset, question), descriptor: dataset.descriptor, rowOf, findings },
    ...{ version: "1.0.0", link: "https://example.org/?outcome=Pain", dataHash: "0123abcd" },
  };
}

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
        proven: proven(id, selection, model, kinds),
      }));
    }),
  );
}

describe("rScript", () => {
  it("says which view it is of, and of which data", () => {
    const script = rScript(proven("us-nkt", PAIN, {}, []));
    expect(script).toMatch(/^# The view: https:\/\/example\.org\/\?outcome=Pain\n# SHA-256 .*: 0123abcd\n/);
    expect(script).toContain("library(metafor)");
    expect(script).toContain('requireNamespace("meta", quietly = TRUE)');
    expect(script).toMatch(/\d+ checks passed/);
  });

  it("holds what the view shows, and only that", () => {
    const script = (kinds: readonly ExplorationKind[]) => rScript(proven("bcg-tuberculosis", ALL, {}, kinds));
    expect(script([])).not.toMatch(/regtest|trimfill|mods|influence/);
    expect(script(["smallStudy"])).toMatch(/regtest[\s\S]*ranktest[\s\S]*trimfill/);
    expect(script(["bubble"])).toContain("mods = ~ x");
    expect(script(["influence", "cumulative"])).toMatch(/leave1out[\s\S]*influence\(res\)[\s\S]*cumul/);
    expect(script(["lens"])).toContain("per_thousand");
  });

  it("lets no text of the data out of its string or comment", () => {
    const hostile = proven("us-nkt", PAIN, {}, []);
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

  it("is empty where nothing is pooled", () => {
    const excluded = bundled("us-nkt").rows.map(({ studyId }) => studyId);
    expect(rScript(proven("us-nkt", { ...PAIN, excluded }, {}, ["influence", "smallStudy", "timeCourse"]))).toBe("");
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

  it("stops where a number of the page is another one", { timeout: 120_000 }, () => {
    const honest = proven("bcg-tuberculosis", ALL, {}, ["bubble"]);
    const { overall } = honest.analysis;
    const { bubble } = honest.findings;
    const wrong: readonly Proven[] = [
      { ...honest, analysis: { ...honest.analysis, overall: { ...overall!, ciUb: overall!.ciUb * (1 + 1e-6) } } },
      {
        ...honest,
        findings: { bubble: { ...bubble!, fit: { ...bubble!.fit!, tau2: bubble!.fit!.tau2 * (1 + 1e-6) } } },
      },
    ];
    const [first, second] = faults(wrong.map(rScript));
    expect(first).toMatch(/^pooled effect and its interval: /);
    expect(second).toMatch(/^tau2 about the line: /);
  });
});
