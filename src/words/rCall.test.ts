import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../model/analysis";
import type { Measure } from "../model/measure";
import { COCHRANE_2024, type Method, type PoolingModel, type Predint, type Test } from "../model/poolingModel";
import type { Selection } from "../model/selection";
import type { Row } from "../model/study";
import { defaultAsked } from "../state/selectors";
import { analyse } from "../worker/analyse";
import { bundled } from "../worker/bundledDataset";
import { rCall } from "./rCall";

type Model = Partial<PoolingModel>;

const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ"];
const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];

/** A dataset's first question with the given changes, and the script that is shown for it. */
function asked(id: string, selection: Partial<Selection>, model: Model): { analysis: Analysis; script: string } {
  const dataset = bundled(id);
  const question = { ...defaultAsked(dataset).selection, ...selection };
  const analysis = analyse(dataset, { selection: question, model: { ...COCHRANE_2024, ...model } });
  const byId = new Map(dataset.rows.map((row) => [row.id, row]));
  const rowOf = (rowId: number): Row => byId.get(rowId)!;
  return { analysis, script: rCall(analysis, dataset.descriptor, rowOf, "1.0.0") };
}

const ALL = { compareBy: null };
const PAIN = { ...ALL, outcome: "Pain", timepoint: "3 months" };
const EVENTS = { ...ALL, outcome: "Adverse events", timepoint: "During follow-up" };

/** Every measure by every method and test, the prediction intervals taking turns; then what concerns single measures. */
function cases() {
  const everyModel = METHODS.flatMap((method, m) =>
    TESTS.map((test, t) => ({ method, test, predint: PREDINTS[(m + t) % PREDINTS.length]! })),
  );
  const of = (id: string, selection: Partial<Selection>, measures: readonly Measure[]) =>
    measures.flatMap((measure) => everyModel.map((model) => ({ id, selection: { ...selection, measure }, model })));
  const single = (id: string, selection: Partial<Selection>, models: readonly Model[]) =>
    models.map((model) => ({ id, selection, model }));
  const predints = PREDINTS.map((predint): Model => ({ predint, level: 0.9 }));
  const byTables = everyModel.filter(({ method }) => method === "EE" || method === "DL");
  const zeroRules = (["only0", "all", "treatment-arm", "none"] as const).flatMap((zeroCells) =>
    (["EE", "DL"] as const).map((method): Model => ({ method, zeroCells, weighting: "MH" })),
  );
  return [
    ...of("us-nkt", PAIN, ["SMD", "MD", "ROM", "SMDH", "SMD1"]),
    ...of("us-nkt", EVENTS, ["RR", "OR", "RD", "PETO", "AS"]),
    ...of("dbs-parkinson", ALL, ["GEN"]),
    ...single("us-nkt", { ...PAIN, measure: "SMD" }, [{ smdVariance: "LS" }, { smdVariance: "UB" }, ...predints]),
    ...single("us-nkt", { ...PAIN, outcome: "Physical function" }, [{}]), // some scales are turned
    ...(["RR", "OR", "RD"] as const).flatMap((measure) =>
      single("nrt-smoking", { ...ALL, measure }, [
        { zeroCells: "all" },
        { zeroCells: "treatment-arm" },
        { zeroCells: "none" },
      ]),
    ),
    ...(["RR", "OR", "RD"] as const).flatMap((measure) => [
      ...single(
        "us-nkt",
        { ...EVENTS, measure },
        byTables.map((model) => ({ ...model, weighting: "MH" })),
      ),
      ...single("nrt-smoking", { ...ALL, measure }, zeroRules),
    ]),
  ];
}

/** Questions with groups: by every test, with a tau2 each and one for all, with groups of one study, and by timepoint. */
function groupCases() {
  const models = (["separate", "common"] as const).flatMap((groupTau2) =>
    TESTS.flatMap((test) => (["DL", "REML"] as const).map((method): Model => ({ groupTau2, test, method }))),
  );
  return [
    ...models.map((model) => ({ id: "us-nkt", selection: { ...PAIN, compareBy: "comparator" }, model })),
    { id: "us-nkt", selection: { ...PAIN, compareBy: "comparator" }, model: { method: "EE", groupTau2: "common" } },
    { id: "bcg-tuberculosis", selection: { compareBy: "allocation" }, model: { groupTau2: "common" } },
    { id: "bcg-tuberculosis", selection: { compareBy: "allocation" }, model: {} },
    { id: "bcg-tuberculosis", selection: { compareBy: "allocation" }, model: { method: "EE", weighting: "MH" } },
    { id: "bcg-tuberculosis", selection: { compareBy: "allocation" }, model: { method: "DL", weighting: "MH" } },
    { id: "us-nkt", selection: { ...PAIN, compareBy: "comparator", thenBy: "level" }, model: {} },
    { id: "us-nkt", selection: { ...PAIN, compareBy: "timepoint" }, model: {} },
  ] satisfies readonly { id: string; selection: Partial<Selection>; model: Model }[];
}

describe("rCall", () => {
  it("holds the data, escalc and rma, and what the reader chose", () => {
    const { script } = asked("bcg-tuberculosis", ALL, { method: "PM", test: "knha", predint: "HK-PR", level: 0.9 });
    expect(script).toContain('slab = c("Aronson, 1948"');
    expect(script).toContain('escalc(measure = "RR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, add = 1/2, to = "only0"');
    expect(script).toContain('method = "PM", test = test, level = 90');
    expect(script).toContain('res <- fit(dat, "knha")');
    expect(script).toContain('predict(fit(dat, "knha"), pi.type = "riley")');
    expect(script).toContain("exp(c(res$beta");
  });

  it("leaves out what is in no result, and says so", () => {
    const out = bundled("bcg-tuberculosis").rows[0]!;
    const { script } = asked("bcg-tuberculosis", { ...ALL, excluded: [out.studyId] }, {});
    expect(script).not.toContain(out.slab);
    expect(script).toMatch(/^#.*\(1 of 13 \w+ are in no result and left out\)/);
  });

  it("is empty where nothing is pooled", () => {
    const excluded = bundled("us-nkt").rows.map(({ studyId }) => studyId);
    expect(asked("us-nkt", { ...PAIN, excluded }, {}).script).toBe("");
  });

  it("offers no prediction interval under a common effect, and no test between timepoints", () => {
    expect(asked("us-nkt", PAIN, { method: "EE" }).script).not.toContain("predict");
    const byTime = asked("us-nkt", { ...PAIN, compareBy: "timepoint" }, {}).script;
    expect(byTime).not.toContain("between");
    expect(byTime).not.toContain("res <-");
  });
});

const metafor = spawnSync("Rscript", ["-e", "cat(as.character(packageVersion('metafor')))"], { encoding: "utf8" });

/** Runs each script by itself and returns the numbers that each one ends with. */
function run(scripts: readonly string[]): readonly (readonly number[])[] {
  const whole = scripts.map((script) => `local({\n${script}\n})`).join("\n");
  const args = ["-e", "invisible(eval(parse(file('stdin', encoding = 'UTF-8'))))"];
  const { stdout, stderr } = spawnSync("Rscript", args, { input: whole, encoding: "utf8", maxBuffer: 1e9 });
  const lines = stdout.split("\n").filter((line) => line.startsWith("@"));
  if (lines.length !== scripts.length)
    throw new Error(`R stopped after ${lines.length} scripts: ${stderr.slice(-800)}`);
  return lines.map((line) => line.slice(1).trim().split(" ").map(Number));
}

const told = (numbers: string) => `cat("@", sprintf("%.17g", c(${numbers})), "\\n")`;

// R is no part of the project's set-up: where Rscript with metafor is not installed, these are reported as skipped.
describe.skipIf(metafor.status !== 0)("the script run by R's metafor", () => {
  it("gives the page's numbers for every measure, method and test", { timeout: 300_000 }, () => {
    const answers = cases().map(({ id, selection, model }) => ({ model, ...asked(id, selection, model) }));
    const found = run(
      answers.map(({ analysis, script }) => {
        const limits = analysis.overall?.predint ? ", pi$pi.lb, pi$pi.ub" : "";
        return `${script}\n${told(`res$beta, res$ci.lb, res$ci.ub, res$pval, res$tau2${limits}`)}`;
      }),
    );
    answers.forEach(({ analysis, model }, i) => {
      const { mu, ciLb, ciUb, pval, tau2, predint } = analysis.overall!;
      const ours = [mu, ciLb, ciUb, pval, tau2, ...(predint ? [predint.piLb, predint.piUb] : [])];
      expectSame(ours, found[i]!, `${analysis.measure.measure} ${JSON.stringify(model)}`);
    });
  });

  it("gives the page's numbers for groups and the test between them", { timeout: 300_000 }, () => {
    const answers = groupCases().map(({ id, selection, model }) => ({ model, ...asked(id, selection, model) }));
    const found = run(
      answers.map(({ analysis, script }) => {
        const isCommon = script.includes("with one tau2");
        const groups = isCommon
          ? "groups$estimate, groups$ci.lb, groups$ci.ub, groups$tau2"
          : ["beta", "ci.lb", "ci.ub", "tau2"].map((part) => `sapply(groups, function(g) g$${part}[1])`).join(", ");
        const between = isCommon ? ", between$QM, between$QMp" : ", between$QE, between$QEp";
        return `${script}\n${told(groups + (analysis.difference ? between : ""))}`;
      }),
    );
    answers.forEach(({ analysis, model }, i) => {
      const pooled = analysis.groups.flatMap((group) => group.pooled ?? []);
      const { difference } = analysis;
      const ours = [
        ...(["mu", "ciLb", "ciUb", "tau2"] as const).flatMap((part) => pooled.map((result) => result[part])),
        ...(difference ? [difference.statistic, difference.pval] : []),
      ];
      expectSame(ours, found[i]!, `${analysis.selection.compareBy} ${JSON.stringify(model)}`);
    });
  });
});

/** To 1e-8 of the largest of them: a limit near no effect has fewer digits of its own. */
function expectSame(ours: readonly number[], theirs: readonly number[], what: string): void {
  const scale = Math.max(1, ...ours.map(Math.abs));
  const off = ours.map((x, i) => Math.abs(x - (theirs[i] ?? Number.NaN)) / scale);
  expect({ what, far: off.filter((d) => !(d <= 1e-8)), k: theirs.length }).toEqual({ what, far: [], k: ours.length });
}
