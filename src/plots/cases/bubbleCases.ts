import type { Bubble, BubbleFit } from "../../model/bubble";
import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import { metaRegression, predictAt } from "../../stats/index";
import { bubbleScene } from "../bubble";
import type { BubbleOptions } from "../bubbleLayout";
import { type CaseQuestion, type CaseStudy, caseInput } from "./caseInput";
import { manyCounts, manyMeans } from "./caseStudies";

const OPTIONS: BubbleOptions = { width: 760, theme: LIGHT };
const ABSTINENCE: CaseQuestion = { measure: "RR", outcome: { name: "Abstinence", better: "higher" } };

/** The studies' effects against their years, by the project's own regression. */
function draw(studies: readonly CaseStudy[], question: CaseQuestion, options: Partial<BubbleOptions> = {}): Scene {
  const input = caseInput(studies, question);
  const { measure, studies: results } = input.analysis;
  const known = results.flatMap(({ rowId, effect, state, weight }) => {
    const x = studies[rowId]?.year;
    return effect && x !== undefined ? [{ rowId, x, ...effect, isIn: state === "included", weight }] : [];
  });
  const included = known.filter(({ isIn }) => isIn);
  const fit = included.length > 0 ? fitOf(included) : ("too-few-studies" as const);
  const bubble: Bubble = {
    ...{ column: "year", measure, without: results.length - known.length },
    points: known.map(({ rowId, x, yi, weight, isIn }) => ({ rowId, x, yi, weight: isIn ? weight : null })),
    fit: typeof fit === "string" ? null : fit,
    reason: typeof fit === "string" ? fit : null,
  };
  return bubbleScene(input, bubble, { ...OPTIONS, ...options });
}

type Known = { readonly x: number; readonly yi: number; readonly vi: number };

function fitOf(known: readonly Known[]): BubbleFit | "too-few-studies" | "redundant-moderators" {
  const yi = known.map((s) => s.yi);
  const vi = known.map((s) => s.vi);
  const design = known.map((s) => [1, s.x]);
  const fit = metaRegression(yi, vi, design, { method: "DL", test: "z", level: 0.95 });
  if ("reason" in fit) return fit.reason;
  const { beta, ciLb, ciUb, pval } = fit.coefficients[1]!;
  const values = known.map((s) => s.x);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  return {
    ...{ k: fit.k, slope: { beta, ciLb, ciUb, pval }, tau2: fit.tau2, converged: fit.converged, R2: fit.R2 },
    line: [0, 0.25, 0.5, 0.75, 1].map((share) => {
      const x = from + share * (to - from);
      const { fitted, ciLb: lb, ciUb: ub, predint } = predictAt(fit, [1, x]);
      return { x, fitted, ciLb: lb, ciUb: ub, predint };
    }),
  };
}

const WITH_OUT = manyMeans(23).map((study, i) => ({ ...study, excluded: i === 4 }));

export const bubbleNone = () => draw([], { measure: "SMD" });
export const bubbleTwo = () => draw(manyMeans(2), { measure: "SMD" });
export const bubble23 = () => draw(WITH_OUT, { measure: "SMD" });
export const bubbleDark = () => draw(WITH_OUT, { measure: "SMD" }, { theme: DARK });
export const bubbleNarrow = () => draw(WITH_OUT, { measure: "SMD" }, { width: 328 });
export const bubble136 = () =>
  draw(
    manyCounts(136).map((study, i) => ({ ...study, year: 1975 + (i % 40) })),
    ABSTINENCE,
  );
export const bubbleOneYear = () =>
  draw(
    manyMeans(5).map((study) => ({ ...study, year: 2020 })),
    { measure: "SMD" },
  );
