import type { Bubble, BubbleFit, BubblePoint } from "../model/bubble";
import type { Dataset } from "../model/descriptor";
import type { AskedOf } from "../model/exploration";
import type { PoolingModel } from "../model/poolingModel";
import type { Row } from "../model/study";
import { metaRegression, predictAt, type Regression } from "../stats/index";
import { analyse } from "./analyse";

const STEPS = 40; // pieces that the line is drawn in: its intervals are curved

/** The effects of the question's cell against a numeric column, with their meta-regression. */
export function bubble(dataset: Dataset, { question, column }: AskedOf<"bubble">): Bubble {
  const { model } = question;
  // Timepoints share patients: one of them, whatever is compared.
  const analysis = analyse(dataset, { model, selection: { ...question.selection, compareBy: null, thenBy: null } });
  const rows = new Map(dataset.rows.map((row) => [row.id, row]));
  const known = analysis.studies.flatMap(({ rowId, effect, state }) => {
    const x = valueIn(rows.get(rowId), column);
    return effect && x !== null ? [{ rowId, x, yi: effect.yi, vi: effect.vi, isIn: state === "included" }] : [];
  });
  const included = known.filter(({ isIn }) => isIn);
  const fit = included.length === 0 ? { reason: "too-few-studies" as const } : regression(included, model);
  const tau2 = "reason" in fit ? 0 : fit.tau2;
  const total = included.reduce((sum, { vi }) => sum + 1 / (vi + tau2), 0);
  const points = known.map(({ rowId, x, yi, vi, isIn }): BubblePoint => {
    return { rowId, x, yi, weight: isIn ? 100 / (vi + tau2) / total : null };
  });
  return {
    ...{ column, measure: analysis.measure, points, without: analysis.studies.length - known.length },
    fit: "reason" in fit ? null : fitOf(fit, included),
    reason: "reason" in fit ? fit.reason : null,
  };
}

type Known = { readonly x: number; readonly yi: number; readonly vi: number };

function regression(known: readonly Known[], { method, test, level }: PoolingModel) {
  return metaRegression(
    known.map(({ yi }) => yi),
    known.map(({ vi }) => vi),
    known.map(({ x }) => [1, x]),
    // The wider of two intervals is a rule for one mean; a slope has Hartung and Knapp's.
    { method, test: test === "wider" ? "knha" : test, level },
  );
}

function fitOf(fit: Regression, known: readonly Known[]): BubbleFit {
  const values = known.map(({ x }) => x);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const { beta, ciLb, ciUb, pval } = fit.coefficients[1]!;
  return {
    ...{ k: fit.k, slope: { beta, ciLb, ciUb, pval }, tau2: fit.tau2, converged: fit.converged, R2: fit.R2 },
    line: Array.from({ length: STEPS + 1 }, (_, i) => {
      const x = from + ((to - from) * i) / STEPS;
      const { fitted, ciLb: lb, ciUb: ub, predint } = predictAt(fit, [1, x]);
      return { x, fitted, ciLb: lb, ciUb: ub, predint };
    }),
  };
}

function valueIn(row: Row | undefined, column: string): number | null {
  const value = column === "year" ? row?.year : row?.columns[column];
  return typeof value === "number" ? value : null;
}
