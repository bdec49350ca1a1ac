import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { ExplorationKind } from "../model/exploration";
import type { Measure } from "../model/measure";
import type { Method, PoolingModel, Predint, Test } from "../model/poolingModel";
import type { Selection } from "../model/selection";
import { provenCase } from "../ui/export/provenCase";
import { bundled } from "../worker/bundledDataset";
import { pythonCall } from "./pythonCall";

type Model = Partial<PoolingModel>;
type Case = readonly [id: string, selection: Partial<Selection>, model: Model, kinds?: readonly ExplorationKind[]];

const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ"];
const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];
const ALL = { compareBy: null };
const PAIN = { ...ALL, outcome: "Pain", timepoint: "3 months" };
const EVENTS = { ...ALL, outcome: "Adverse events", timepoint: "During follow-up" };

/** Every measure by every method, tests and prediction intervals taking turns; then what concerns single measures. */
function cases(): readonly Case[] {
  const byMethod = (id: string, selection: Partial<Selection>, measures: readonly Measure[]) =>
    measures.flatMap((measure, i) =>
      METHODS.map((method, m) => {
        const model = { method, test: TESTS[(m + i) % 5]!, predint: PREDINTS[(m + 2 * i) % 5]! };
        return [id, { ...selection, measure }, model] as const;
      }),
    );
  return [
    ...byMethod("us-nkt", PAIN, ["SMD", "MD", "ROM", "SMDH", "SMD1"]),
    ...byMethod("us-nkt", EVENTS, ["RR", "OR", "RD", "PETO", "AS"]),
    ...byMethod("dbs-parkinson", ALL, ["GEN"]),
    ["us-nkt", PAIN, { smdVariance: "LS", level: 0.9 }],
    ["us-nkt", PAIN, { smdVariance: "UB" }],
    ["us-nkt", { ...PAIN, outcome: "Physical function" }, {}],
    ["nrt-smoking", ALL, { zeroCells: "all" }],
    ["nrt-smoking", ALL, { zeroCells: "treatment-arm" }],
    ["nrt-smoking", ALL, { zeroCells: "none" }],
  ];
}

/** Mantel and Haenszel's method by every measure, rule for zero cells and test, on tables with zeros and without. */
function tableCases(): readonly Case[] {
  const rules = ["only0", "all", "treatment-arm", "none"] as const;
  return (["OR", "RR", "RD"] as const).flatMap((measure) => [
    ...rules.flatMap((zeroCells) =>
      (["EE", "DL"] as const).map(
        (method): Case => ["nrt-smoking", { ...ALL, measure }, { method, zeroCells, weighting: "MH" }],
      ),
    ),
    ...TESTS.map((test, i): Case => {
      const model = { method: "DL", test, predint: PREDINTS[i]!, weighting: "MH" } as const;
      return ["us-nkt", { ...EVENTS, measure }, model, ["influence", "cumulative"]];
    }),
    ["bcg-tuberculosis", { compareBy: "allocation", measure }, { method: "EE", weighting: "MH" }, ["cumulative"]],
    ["bcg-tuberculosis", { compareBy: "allocation", measure }, { method: "DL", weighting: "MH" }, ["bubble"]],
  ]);
}

/** Groups with a tau2 each and with one for all, nested and by timepoint. */
function groupCases(): readonly Case[] {
  return [
    ...METHODS.map((method, m): Case => {
      const model = { method, test: TESTS[m % 5]!, groupTau2: "common" } as const;
      return ["us-nkt", { ...PAIN, compareBy: "comparator" }, model];
    }),
    ...TESTS.map((test): Case => ["bcg-tuberculosis", { compareBy: "allocation" }, { test, groupTau2: "common" }]),
    ["us-nkt", { ...PAIN, compareBy: "comparator" }, {}],
    ["us-nkt", { ...PAIN, compareBy: "timepoint" }, { method: "DL" }],
    ["us-nkt", { ...PAIN, compareBy: "timepoint" }, { groupTau2: "common" }],
    ["us-nkt", { ...PAIN, compareBy: "level", thenBy: "comparator" }, { groupTau2: "common" }],
    ["us-nkt", { ...PAIN, compareBy: "level", thenBy: "comparator" }, {}],
    ["bcg-tuberculosis", { compareBy: "allocation" }, { test: "wider" }],
  ];
}

/** What each view shows beside the answer, by every method and test in turn, on data of every kind. */
function viewCases(): readonly Case[] {
  const views: readonly (readonly ExplorationKind[])[] = [["smallStudy"], ["bubble"], ["influence", "cumulative"]];
  const questions = [
    ["us-nkt", PAIN],
    ["us-nkt", { ...PAIN, compareBy: "timepoint" }],
    ["us-nkt", { ...PAIN, outcome: "Physical function", measure: "MD" }],
    ["us-nkt", EVENTS],
    ["bcg-tuberculosis", { ...ALL, measure: "OR" }],
    ["p6-nausea", { ...ALL, measure: "PETO" }],
    ["dbs-parkinson", ALL],
  ] as const;
  const chosen = questions.flatMap(([id, selection], q) =>
    views.map((kinds, v): Case => {
      const model = { method: METHODS[(3 * q + v) % 9]!, test: TESTS[(q + v) % 5]! };
      return [id, selection, model, kinds];
    }),
  );
  const lines = METHODS.map(
    (method, m): Case => ["bcg-tuberculosis", ALL, { method, test: TESTS[m % 5]! }, ["bubble"]],
  );
  return [...chosen, ...lines];
}

describe("pythonCall", () => {
  it("says what it covers, and where else to look", () => {
    const script = pythonCall(provenCase("us-nkt", PAIN, {}, ["influence"]));
    expect(script).toContain("# The view: https://example.org/");
    expect(script).toContain("# In the R script alone: ");
    expect(script).toMatch(/print\("\d+ checks passed/);
  });

  it("asks statsmodels where it has the model", () => {
    expect(pythonCall(provenCase("us-nkt", PAIN, { method: "DL" }))).toContain("other.mean_effect_re");
    expect(pythonCall(provenCase("us-nkt", PAIN, { method: "EE" }))).toContain("other.mean_effect_fe");
    expect(pythonCall(provenCase("us-nkt", PAIN, { method: "REML" }))).not.toContain("combine_effects");
    const byTables = provenCase("us-nkt", { ...EVENTS, measure: "OR" }, { method: "EE", weighting: "MH" });
    expect(pythonCall(byTables)).toContain("StratifiedTable");
    expect(pythonCall(provenCase("us-nkt", PAIN, {}, ["bubble"]))).toContain("sm.WLS");
    expect(pythonCall(provenCase("us-nkt", PAIN, {}, ["smallStudy"]))).toContain("sm.WLS");
  });

  it("holds what the view shows, and only that", () => {
    const script = (kinds: readonly ExplorationKind[]) => pythonCall(provenCase("bcg-tuberculosis", ALL, {}, kinds));
    expect(script([])).not.toMatch(/def regress|without = |cumulative =|def line/);
    expect(script(["smallStudy"])).toMatch(/egger[\s\S]*PET-PEESE/);
    expect(script(["bubble"])).toContain("reg = regress(");
    expect(script(["influence", "cumulative"])).toMatch(/without = [\s\S]*cumulative = /);
  });

  it("is empty where nothing is pooled", () => {
    const excluded = bundled("us-nkt").rows.map(({ studyId }) => studyId);
    expect(pythonCall(provenCase("us-nkt", { ...PAIN, excluded }, {}, ["influence", "bubble"]))).toBe("");
  });
});

/** A Python that has numpy and scipy, and statsmodels where there is one; undefined where there is none. */
const python = ["import numpy, scipy, statsmodels", "import numpy, scipy"]
  .flatMap((imports) => ["python3", "/usr/bin/python3"].map((command) => ({ imports, command })))
  .find(({ imports, command }) => spawnSync(command, ["-c", imports]).status === 0)?.command;

/** Runs each script by itself in one process, and returns what it ended with: "" or a message. */
function faults(scripts: readonly string[]): readonly string[] {
  const program = [
    "import contextlib, io, json, sys",
    "ends = []",
    "for script in json.load(sys.stdin):",
    "    said = ''",
    "    try:",
    "        with contextlib.redirect_stdout(io.StringIO()):",
    "            exec(compile(script, 'script', 'exec'), {})",
    "    except (Exception, SystemExit) as fault:",
    "        said = f'{type(fault).__name__}: {fault}'",
    "    ends.append(said)",
    "print(json.dumps(ends))",
  ].join("\n");
  const { stdout, stderr } = spawnSync(python ?? "", ["-W", "ignore", "-c", program], {
    input: JSON.stringify(scripts),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (stdout === "") throw new Error(stderr.slice(-800));
  return JSON.parse(stdout) as string[];
}

// Python is no part of the project's set-up: where numpy and scipy are not installed, these are reported as skipped.
describe.skipIf(python === undefined)("the script run by Python", () => {
  const runs = (all: readonly Case[]) => {
    const found = faults(all.map((one) => pythonCall(provenCase(...one))));
    return all.map((one, i) => ({ one, fault: found[i] })).filter(({ fault }) => fault !== "");
  };

  it("finds the page's numbers for every measure and method, to 1e-8", { timeout: 300_000 }, () => {
    expect(runs(cases())).toEqual([]);
  });

  it("finds them by Mantel and Haenszel's method", { timeout: 300_000 }, () => {
    expect(runs(tableCases())).toEqual([]);
  });

  it("finds them for groups", { timeout: 300_000 }, () => {
    expect(runs(groupCases())).toEqual([]);
  });

  it("finds those of every view", { timeout: 300_000 }, () => {
    expect(runs(viewCases())).toEqual([]);
  });

  it("stops where a number of the page is another one", () => {
    const honest = provenCase("bcg-tuberculosis", ALL, {}, ["influence", "bubble"]);
    const { analysis, findings } = honest;
    const off = 1 + 1e-7;
    const overall = { ...analysis.overall!, tau2: analysis.overall!.tau2 * off };
    const studies = findings.influence!.studies.map((study, i) => {
      const without = study.without!;
      return i === 4 ? { ...study, without: { ...without, ciLb: without.ciLb * off } } : study;
    });
    const fit = { ...findings.bubble!.fit!, tau2: findings.bubble!.fit!.tau2 * off };
    const found = faults(
      [
        { ...honest, analysis: { ...analysis, overall } },
        { ...honest, findings: { influence: { ...findings.influence!, studies } } },
        { ...honest, findings: { bubble: { ...findings.bubble!, fit } } },
      ].map(pythonCall),
    );
    expect(found).toEqual([
      expect.stringMatching(/^SystemExit: overall: tau2: number 1 differs by/),
      expect.stringMatching(/^SystemExit: without each study: lower limits: number 5 differs by/),
      expect.stringMatching(/^SystemExit: tau2 about the line: number 1 differs by/),
    ]);
  });
});
