import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { Measure } from "../model/measure";
import { COCHRANE_2024, type Method, type PoolingModel, type Predint, type Test } from "../model/poolingModel";
import type { Question, Selection } from "../model/selection";
import type { Row } from "../model/study";
import { defaultAsked } from "../state/selectors";
import { analyse } from "../worker/analyse";
import { bundled } from "../worker/bundledDataset";
import { pythonCall } from "./pythonCall";
import type { Proven } from "./rScript";

type Model = Partial<PoolingModel>;

function proven(id: string, selection: Partial<Selection>, model: Model): Proven {
  const dataset = bundled(id);
  const question: Question = {
    selection: { ...defaultAsked(dataset).selection, ...selection },
    model: { ...COCHRANE_2024, ...model },
  };
  const byId = new Map(dataset.rows.map((row) => [row.id, row]));
  const rowOf = (rowId: number): Row => byId.get(rowId)!;
  return {
    ...{ analysis: analyse(dataset, question), descriptor: dataset.descriptor, rowOf, findings: {} },
    ...{ version: "1.0.0", link: "https://example.org/", dataHash: null },
  };
}

const METHODS: readonly Method[] = ["EE", "DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ"];
const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];
const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];
const ALL = { compareBy: null };
const PAIN = { ...ALL, outcome: "Pain", timepoint: "3 months" };
const EVENTS = { ...ALL, outcome: "Adverse events", timepoint: "During follow-up" };

/** Every measure by every method, tests and prediction intervals taking turns; then what concerns single measures. */
function cases(): readonly (readonly [id: string, selection: Partial<Selection>, model: Model])[] {
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
    ["us-nkt", { ...PAIN, compareBy: "comparator" }, {}],
    ["us-nkt", { ...PAIN, compareBy: "comparator" }, { groupTau2: "common" }],
    ["us-nkt", { ...PAIN, compareBy: "timepoint" }, { method: "DL" }],
    ["us-nkt", { ...PAIN, compareBy: "level", thenBy: "comparator" }, {}],
    ["bcg-tuberculosis", { compareBy: "allocation" }, { test: "wider" }],
  ];
}

describe("pythonCall", () => {
  it("says what it covers, and where else to look", () => {
    const script = pythonCall(proven("us-nkt", { ...PAIN, compareBy: "comparator" }, { groupTau2: "common" }));
    expect(script).toContain("# The view: https://example.org/");
    expect(script).toContain("# The groups share one tau2: they are in the R script alone");
    expect(script).toMatch(/print\("\d+ checks passed/);
  });

  it("asks statsmodels where it has the model", () => {
    expect(pythonCall(proven("us-nkt", PAIN, { method: "DL" }))).toContain("other.mean_effect_re");
    expect(pythonCall(proven("us-nkt", PAIN, { method: "EE" }))).toContain("other.mean_effect_fe");
    expect(pythonCall(proven("us-nkt", PAIN, { method: "REML" }))).not.toContain("combine_effects");
  });

  it("is empty where nothing is pooled", () => {
    const excluded = bundled("us-nkt").rows.map(({ studyId }) => studyId);
    expect(pythonCall(proven("us-nkt", { ...PAIN, excluded }, {}))).toBe("");
  });
});

/** A Python that has numpy and scipy; null where there is none. */
const python = ["python3", "/usr/bin/python3"].find(
  (command) => spawnSync(command, ["-c", "import numpy, scipy"]).status === 0,
);

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
  it("finds the page's numbers for every measure and method, to 1e-8", { timeout: 300_000 }, () => {
    const all = cases();
    const found = faults(all.map((one) => pythonCall(proven(...one))));
    expect(all.map((one, i) => ({ one, fault: found[i] })).filter(({ fault }) => fault !== "")).toEqual([]);
  });

  it("stops where a number of the page is another one", () => {
    const honest = proven("bcg-tuberculosis", ALL, {});
    const overall = { ...honest.analysis.overall!, tau2: honest.analysis.overall!.tau2 * (1 + 1e-6) };
    const [fault] = faults([pythonCall({ ...honest, analysis: { ...honest.analysis, overall } })]);
    expect(fault).toMatch(/^SystemExit: overall: tau2: differs by/);
  });
});
