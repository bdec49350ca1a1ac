import { DEFAULT_LOOK, type Look } from "../../model/look";
import {
  type AsymmetryTest,
  type FillChoice,
  type OrReason,
  type SmallStudyEffects,
  USUAL_FILL,
} from "../../model/smallStudy";
import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import { type LineTest, smallStudyTests, trimFill } from "../../stats/index";
import type { PlotInput } from "../forestInput";
import { funnelScene } from "../funnel";
import type { FunnelOptions } from "../funnelLayout";
import { type CaseQuestion, type CaseStudy, caseInput } from "./caseInput";
import { BIAS_COLUMNS, COMPARED, manyCounts, manyMeans, means } from "./caseStudies";

const OPTIONS: FunnelOptions = { width: 760, theme: LIGHT };
const ABSTINENCE: CaseQuestion = { measure: "RR", outcome: { name: "Abstinence", better: "higher" } };

function draw(
  studies: readonly CaseStudy[],
  question: CaseQuestion,
  look: Partial<Look>,
  options: Partial<FunnelOptions> = {},
): Scene {
  const input = caseInput(studies, question);
  return funnelScene(input, {
    ...{ ...OPTIONS, look: { ...DEFAULT_LOOK, ...look }, smallStudy: effectsOf(input, look.fill) },
    ...options,
  });
}

/** Small-study effects by the project's own statistics; null where nothing is pooled. */
function effectsOf({ analysis, rows }: PlotInput, by: FillChoice = USUAL_FILL): SmallStudyEffects | null {
  const { model, measure, overall } = analysis;
  if (overall === null) return null;
  const pooled = analysis.studies.flatMap(({ rowId, state, effect, flipped }) =>
    effect && state === "included" ? [{ rowId, ...effect, data: rows(rowId).data, flipped }] : [],
  );
  const test = model.test === "wider" ? "knha" : model.test;
  const { preferred, ...tests } = smallStudyTests(pooled, measure.measure, { ...model, test });
  const none = { reason: "not-for-this-measure" } as const;
  const filled = trimFill(
    pooled.map(({ yi }) => yi),
    pooled.map(({ vi }) => vi),
    { ...by, trimBy: "EE", model },
  );
  return {
    preferred,
    tests: {
      ...{
        egger: told(tests.egger),
        eggerMixed: none,
        begg: none,
        harbord: none,
        peters: none,
        pustejovskyRodgers: none,
      },
      [preferred]: told(tests[preferred]),
    },
    adjusted: { petPeese: none, limitMeta: none },
    trimFill:
      "reason" in filled
        ? filled
        : {
            ...{
              by,
              side: filled.side,
              mu: filled.fit.mu,
              ciLb: filled.fit.ciLb,
              ciUb: filled.fit.ciUb,
              converged: true,
            },
            studies: filled.filled.map(({ yi, vi, mirrors }) => ({ rowId: pooled[mirrors]!.rowId, yi, vi })),
          },
  };
}

function told(found: OrReason<LineTest>): OrReason<AsymmetryTest> {
  if ("reason" in found) return found;
  const { k, tooFew, slope, limit, converged } = found;
  const { estimate, statistic, df, pval } = slope;
  return { k, tooFew, slope: estimate, intercept: limit.estimate, statistic, df, pval, converged };
}

/** Small trials with large effects, large ones with small. */
const LEANING: readonly CaseStudy[] = Array.from({ length: 16 }, (_, i) => {
  const n = 12 + i * i;
  const gain = 0.5 + 6 / Math.sqrt(n) + 0.3 * Math.sin(i);
  return { slab: `Simulated trial ${i + 1}`, year: 2010 + i, data: means(5 - gain, 1.6, n, 5, 1.5, n + (i % 3)) };
});
const JUDGED = COMPARED.map((study) => ({ ...study, excluded: study.slab === "Simulated trial 16" }));
const RISK_OF_BIAS = { measure: "SMD", columns: BIAS_COLUMNS } as const;
const OVERALL_RISK = BIAS_COLUMNS.find(({ riskOfBias }) => riskOfBias === "overall")?.name ?? null;

export const funnelTrimFill = () => draw(LEANING, { measure: "SMD" }, { trimFill: true });
export const funnelTrimFillDark = () => draw(LEANING, { measure: "SMD" }, { trimFill: true }, { theme: DARK });
export const funnelTrimFillNarrow = () => draw(LEANING, { measure: "SMD" }, { trimFill: true }, { width: 328 });
export const funnelTrimFillOne = () => draw(manyMeans(1), { measure: "SMD" }, { trimFill: true });
export const funnelPrecision = () => draw(LEANING, { measure: "SMD" }, { funnelAxis: "precision", trimFill: true });
export const funnelPrecision136 = () => draw(manyCounts(136), ABSTINENCE, { funnelAxis: "precision" });
export const funnelSize = () => draw(LEANING, { measure: "SMD" }, { funnelAxis: "size", trimFill: true });
export const funnelColoured = () => draw(JUDGED, RISK_OF_BIAS, { colourBy: OVERALL_RISK });
export const funnelColouredNarrow = () =>
  draw(JUDGED, RISK_OF_BIAS, { colourBy: OVERALL_RISK, funnelAxis: "size" }, { width: 328 });
export const funnelLine = () =>
  draw(LEANING, { measure: "SMD" }, { trimFill: true, fill: { estimator: "R0", side: "right" } }, { line: true });
export const funnelLinePrecision = () =>
  draw(manyCounts(23), ABSTINENCE, { funnelAxis: "precision" }, { line: true, theme: DARK });
export const funnelLineThree = () => draw(manyMeans(3), { measure: "SMD" }, {}, { line: true, width: 328 });
