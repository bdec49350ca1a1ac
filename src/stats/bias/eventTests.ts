import type { CountsData } from "../../model/study";
import { oddsRatio } from "../escalc/counts";
import { egger } from "./egger";
import type { AnswerOrReason } from "./reason";
import { type RegressionTest, regressionTest } from "./regression";

interface Options {
  /** Of the limit's interval, as a proportion. */
  readonly level: number;
}

/**
 * Harbord's test for odds ratios: Egger's, on the score Z over the information V of the log odds ratio at 0, whose
 * variance 1 / V is far less correlated with it than Woolf's. Z = a − n1 m / N and V = n1 n2 m (N − m) / (N² (N − 1)), m
 * the events in both arms.
 *
 * @param data studies as 2×2 tables; those with no event or only events (V = 0) are left out, and not counted in k.
 * @returns a reason as `regressionTest`.
 * @throws RangeError as `regressionTest`.
 *
 * Harbord, Egger & Sterne (2006), Stat Med 25:3443–3457, doi:10.1002/sim.2380.
 */
export function harbord(data: readonly CountsData[], { level }: Options): AnswerOrReason<RegressionTest> {
  const scores = data.filter(hasBothOutcomes).map(({ ai, n1i, ci, n2i }) => {
    const N = n1i + n2i;
    const m = ai + ci;
    // a − n1 m / N over one denominator: exact for counts.
    const Z = (ai * n2i - ci * n1i) / N;
    const V = ((n1i / N) * (n2i / N) * m * (N - m)) / (N - 1);
    return { yi: Z / V, vi: 1 / V };
  });
  if (scores.length < 3) return { reason: "needs-three-studies" };
  return egger(
    scores.map((score) => score.yi),
    scores.map((score) => score.vi),
    { model: { kind: "lm" }, level },
  );
}

/**
 * Peters' test for odds ratios: the log odds ratio regressed on 1 / N, weighted by m (N − m) / N, m the events in both
 * arms; neither depends on the effect itself. Zero cells of the odds ratio take ½, as everywhere here.
 *
 * @param data studies as 2×2 tables; those with no event or only events are left out, and not counted in k.
 * @returns a reason as `regressionTest`; the slope is per unit of 1 / N.
 * @throws RangeError as `regressionTest`.
 *
 * Peters, Sutton, Jones, Abrams & Rushton (2006), JAMA 295:676–680, doi:10.1001/jama.295.6.676.
 */
export function peters(data: readonly CountsData[], { level }: Options): AnswerOrReason<RegressionTest> {
  const yi: number[] = [];
  const vi: number[] = [];
  const xi: number[] = [];
  for (const study of data.filter(hasBothOutcomes)) {
    const effect = oddsRatio(study);
    if ("reason" in effect) continue;
    const N = study.n1i + study.n2i;
    const m = study.ai + study.ci;
    yi.push(effect.yi);
    vi.push(1 / m + 1 / (N - m));
    xi.push(1 / N);
  }
  if (yi.length < 3) return { reason: "needs-three-studies" };
  return regressionTest(yi, vi, xi, { model: { kind: "lm" }, level });
}

function hasBothOutcomes({ ai, n1i, ci, n2i }: CountsData): boolean {
  return ai + ci > 0 && ai + ci < n1i + n2i;
}
