import type { Method } from "../../model/poolingModel";
import type { SubsetSpread, Subsets } from "../../model/subsets";
import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import {
  type GoshCounts,
  type GoshProgress,
  type GoshRequest,
  goshAxes,
  goshExhaustive,
  goshRandom,
} from "../../stats/index";
import { goshScene } from "../gosh/gosh";
import { type GoshOptions, goshLayout } from "../gosh/goshLayout";
import { type CaseQuestion, type CaseStudy, caseInput } from "./caseInput";
import { ALIKE, COMPARED, manyCounts, manyMeans } from "./caseStudies";

interface Options extends Partial<GoshOptions> {
  readonly spread?: SubsetSpread;
  readonly method?: "EE" | "DL";
  /** Random subsets instead of all. */
  readonly drawn?: number;
  /** As on the page, which lays its canvas over the panel. */
  readonly isFile?: boolean;
}

const SMD: CaseQuestion = { measure: "SMD" };

function draw(studies: readonly CaseStudy[], question: CaseQuestion, options: Options = {}): Scene {
  const { spread = "I2", method = "DL", drawn = null } = options;
  const input = caseInput(studies, { ...question, model: { method } });
  const known = input.analysis.studies.flatMap(({ rowId, effect }) => (effect ? [{ rowId, ...effect }] : []));
  const yi = known.map((s) => s.yi);
  const axes = goshAxes(yi, spread);
  const request: GoshRequest = { yi, vi: known.map((s) => s.vi), model: { method: "DL", spread }, ...axes };
  const counts = done(drawn === null ? goshExhaustive(request) : goshRandom(request, { subsets: drawn, seed: 1 }));
  const subsets: Subsets = {
    ...{ measure: input.analysis.measure, rowIds: known.map((s) => s.rowId), spread },
    ...{ method: "DL" satisfies Method, seed: drawn === null ? null : 1, total: counts.subsets },
    ...{ estimateAxis: axes.estimate, spreadAxis: axes.spread },
    ...{ joint: counts.joint, estimateByStudy: counts.estimateByStudy, spreadByStudy: counts.spreadByStudy },
  };
  const { width = 760, theme = LIGHT, split = null, isFile = true } = options;
  return goshScene(goshLayout(input, subsets, { width, theme, split }), isFile);
}

function done(steps: Generator<GoshProgress, GoshCounts, void>): GoshCounts {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

export const goshTwo = () => draw(manyMeans(2), SMD);
export const goshThree = () => draw(manyMeans(3), SMD);
export const goshOutlier = () => draw(COMPARED, SMD);
export const gosh10Tau2 = () => draw(manyMeans(10), SMD, { spread: "tau2" });
export const gosh12ByK = () => draw(manyMeans(12), SMD, { spread: "k" });
export const gosh18 = () => draw(manyMeans(18), SMD);
export const gosh20 = () => draw(manyMeans(20), SMD);
export const gosh23 = () => draw(manyMeans(23), SMD);
export const goshAlike = () => draw(ALIKE, SMD);
export const goshDark = () => draw(manyMeans(12), SMD, { theme: DARK });
export const goshNarrow = () => draw(COMPARED, SMD, { width: 328 });
export const goshSplit = () => draw(COMPARED, SMD, { split: 5, isFile: false });
export const goshSplitNarrow = () => draw(COMPARED, SMD, { split: 5, width: 328, isFile: false });
export const goshCommonEffect = () => draw(manyCounts(9), { measure: "RR" }, { method: "EE" });
export const goshRandom136 = () => draw(manyCounts(136), { measure: "RR" }, { drawn: 20_000 });
/** The same effect in every trial: one estimate, no heterogeneity. */
export const goshTies = () =>
  draw(
    Array.from({ length: 4 }, (_, i) => ({ ...manyMeans(1)[0]!, slab: `Trial ${i + 1}` })),
    SMD,
  );
