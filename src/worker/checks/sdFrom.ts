import {
  isReason,
  meanAndSdFromQuantiles,
  type QuantileSummary,
  sdFromSe,
  sdFromSeOfDifference,
  seFromInterval,
  seFromP,
  skewness,
} from "../../stats/index";
import type { ArmReport, DifferenceReport } from "./armReport";
import { figure } from "./text";

/** An SD, and where it took one to get there a mean, with how it came about. */
export interface Filled {
  readonly sd: number;
  /** null: the one that is reported stays. */
  readonly mean: number | null;
  /** In the middle of a sentence: "standard error". */
  readonly from: string;
  readonly derivation: string;
}

/** The SD of one arm from what else is reported of it, the most exact way first; null where nothing gives it. */
export function meanAndSdOf(report: ArmReport, n: number | null, mean: number | null): Filled | null {
  if (n === null || n < 2) return null;
  return (mean === null ? null : (fromSe(report, n) ?? fromLimits(report, n))) ?? fromQuantiles(report, n, mean);
}

function fromSe({ se }: ArmReport, n: number): Filled | null {
  const sd = se === null ? null : sdFromSe(se, n);
  if (se === null || sd === null || isReason(sd)) return null;
  const derivation = `SD = SE × √n = ${figure(se)} × √${n} = ${figure(sd)}`;
  return { sd, mean: null, from: "standard error", derivation };
}

/** Limits of a mean are those of t(n − 1). Cochrane Handbook 6.5.2.2. */
function fromLimits({ ciLb, ciUb }: ArmReport, n: number): Filled | null {
  if (ciLb === null || ciUb === null) return null;
  const se = seFromInterval({ ciLb, ciUb }, 0.95, n - 1);
  const sd = isReason(se) ? se : sdFromSe(se, n);
  if (isReason(sd)) return null;
  const derivation = `SD = √n × (upper − lower limit) ÷ (2 × t of ${n - 1} degrees of freedom) = √${n} × (${figure(ciUb)} − ${figure(ciLb)}) ÷ … = ${figure(sd)}`;
  return { sd, mean: null, from: "95% confidence limits of the means", derivation };
}

function fromQuantiles(report: ArmReport, n: number, mean: number | null): Filled | null {
  const summary = summaryOf(report, n);
  const found = summary && meanAndSdFromQuantiles(summary);
  if (!summary || !found || isReason(found) || !(found.sd > 0)) return null;
  const [from, source] = QUANTILE_WORDS[summary.kind];
  const skew = skewness(summary);
  const doubt = !isReason(skew) && skew.skewed ? "; the values are skewed, so that this may mislead" : "";
  const means = mean === null ? `mean = ${figure(found.mean)}, ` : "";
  return {
    sd: found.sd,
    mean: mean === null ? found.mean : null,
    from,
    derivation: `${means}SD = ${figure(found.sd)}, from ${quantileText(summary)} of ${n} (${source})${doubt}`,
  };
}

const QUANTILE_WORDS: Readonly<Record<QuantileSummary["kind"], readonly [from: string, source: string]>> = {
  five: ["median, quartiles and range", "Luo et al. 2018, Shi et al. 2020"],
  quartiles: ["median and quartiles", "Luo et al. 2018, Wan et al. 2014"],
  range: ["median and range", "Luo et al. 2018, Wan et al. 2014"],
};

function summaryOf({ median, q1, q3, min, max }: ArmReport, n: number): QuantileSummary | null {
  if (median === null) return null;
  const hasRange = min !== null && max !== null;
  if (q1 !== null && q3 !== null) {
    return hasRange ? { kind: "five", n, median, q1, q3, min, max } : { kind: "quartiles", n, median, q1, q3 };
  }
  return hasRange ? { kind: "range", n, median, min, max } : null;
}

function quantileText(summary: QuantileSummary): string {
  const median = `median ${figure(summary.median)}`;
  const quartiles = summary.kind === "range" ? "" : `, quartiles ${figure(summary.q1)} and ${figure(summary.q3)}`;
  const range = summary.kind === "quartiles" ? "" : `, range ${figure(summary.min)} to ${figure(summary.max)}`;
  return median + quartiles + range;
}

/** The SD taken as common to both arms, from the standard error or the p-value of their difference. Handbook 6.5.2.3. */
export function sdOfDifference(
  arms: readonly { readonly mean: number | null; readonly n: number | null }[],
  { pval, se }: DifferenceReport,
): Filled | null {
  const [first, second] = arms;
  if (!first || !second || first.mean === null || second.mean === null) return null;
  const { n: n1 } = first;
  const { n: n2 } = second;
  if (n1 === null || n2 === null || n1 + n2 <= 2) return null;
  const difference = first.mean - second.mean;
  const seOf = se ?? (pval === null ? null : seFromP(difference, pval, n1 + n2 - 2));
  if (seOf === null || isReason(seOf)) return null;
  const sd = sdFromSeOfDifference(seOf, n1, n2);
  if (isReason(sd)) return null;
  const start =
    se === null
      ? `p = ${figure(pval ?? 0)} of a difference of ${figure(difference)} gives SE = ${figure(seOf)} by t of ${n1 + n2 - 2} degrees of freedom; `
      : "";
  return {
    sd,
    mean: null,
    from: se === null ? "p-value of the difference" : "standard error of the difference",
    derivation: `${start}SD = SE ÷ √(1/${n1} + 1/${n2}) = ${figure(seOf)} ÷ √(1/${n1} + 1/${n2}) = ${figure(sd)}`,
  };
}
