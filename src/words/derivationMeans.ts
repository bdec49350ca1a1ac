import type { Descriptor } from "../model/descriptor";
import type { Measure } from "../model/measure";
import type { SmdVariance } from "../model/poolingModel";
import type { MeansData } from "../model/study";
import { bracketed, type Computed, figure, resultOf } from "./derivationFigures";
import { formatInteger } from "./number";
import { upperFirst } from "./phrase";

type Arms = Descriptor["arms"];

/** How an effect came about from two arms' means: formulas with the study's figures in them. */
export function meansSteps(
  data: MeansData,
  measure: Measure,
  computed: Computed,
  arms: Arms,
  variance: SmdVariance,
): readonly string[] {
  switch (measure) {
    case "MD":
      return meanDifference(data, computed, arms);
    case "SMD":
      return standardised(data, computed, arms, variance);
    case "ROM":
      return [armsText(data, arms), ...ratioOfMeans(data, computed)];
    case "SMDH":
      return [armsText(data, arms), ...withoutCommonSd(data, computed)];
    case "SMD1":
      return [armsText(data, arms), ...glassDelta(data, computed)];
    default:
      return [armsText(data, arms)];
  }
}

function armsText({ m1i, sd1i, n1i, m2i, sd2i, n2i }: MeansData, { intervention, control }: Arms): string {
  const arm = (m: number, sd: number, n: number) => `mean ${figure(m)}, SD ${figure(sd)}, n ${formatInteger(n)}`;
  return `${upperFirst(intervention)} (1): ${arm(m1i, sd1i, n1i)}. ${upperFirst(control)} (2): ${arm(m2i, sd2i, n2i)}.`;
}

function meanDifference(data: MeansData, { yi, vi }: Computed, arms: Arms): readonly string[] {
  const { m1i, sd1i, n1i, m2i, sd2i, n2i } = data;
  return [
    armsText(data, arms),
    `MD = mean₁ − mean₂ = ${figure(m1i)} − ${bracketed(m2i)} = ${figure(yi)}.`,
    `Variance = SD₁²/n₁ + SD₂²/n₂ = ${figure(sd1i)}²/${n1i} + ${figure(sd2i)}²/${n2i} = ${figure(vi)}.`,
  ];
}

function standardised(data: MeansData, { yi, vi }: Computed, arms: Arms, variance: SmdVariance): readonly string[] {
  const { m1i, sd1i, n1i, m2i, sd2i, n2i } = data;
  const N = n1i + n2i;
  const pooled = Math.sqrt(((n1i - 1) * sd1i ** 2 + (n2i - 1) * sd2i ** 2) / (N - 2));
  const J = m1i === m2i ? null : (yi * pooled) / (m1i - m2i);
  const factor = J === null ? "J" : figure(J);
  const [rest, filled] = variance === "RevMan" ? ["(N − 3.94)", `(${N} − 3.94)`] : ["N", String(N)];
  return [
    armsText(data, arms),
    `Pooled SD = √(((n₁ − 1)SD₁² + (n₂ − 1)SD₂²) / (n₁ + n₂ − 2)) = ${figure(pooled)}.`,
    `Hedges’ g = J × (mean₁ − mean₂) / pooled SD = ${factor} × (${figure(m1i)} − ${bracketed(m2i)}) / ${figure(pooled)} = ${figure(yi)}; J corrects for small samples.`,
    variance === "UB"
      ? `Variance = 1/n₁ + 1/n₂ + (1 − (N − 4) / ((N − 2) J²)) g² = ${figure(vi)}.`
      : `Variance = 1/n₁ + 1/n₂ + g²/(2${rest}) = 1/${n1i} + 1/${n2i} + ${bracketed(yi)}²/(2 × ${filled}) = ${figure(vi)}.`,
  ];
}

function ratioOfMeans({ m1i, sd1i, n1i, m2i, sd2i, n2i }: MeansData, { yi, vi }: Computed): readonly string[] {
  const part = (sd: number, n: number, m: number) => `${figure(sd)}²/(${n} × ${bracketed(m)}²)`;
  return [
    `RoM = mean₁ / mean₂ = ${figure(m1i)} / ${bracketed(m2i)} = ${resultOf("ROM", yi)}.`,
    `Variance = SD₁²/(n₁ mean₁²) + SD₂²/(n₂ mean₂²) = ${part(sd1i, n1i, m1i)} + ${part(sd2i, n2i, m2i)} = ${figure(vi)}.`,
  ];
}

function withoutCommonSd({ m1i, sd1i, m2i, sd2i }: MeansData, { yi, vi }: Computed): readonly string[] {
  const S = Math.sqrt((sd1i ** 2 + sd2i ** 2) / 2);
  return [
    `S = √((SD₁² + SD₂²) / 2) = √((${figure(sd1i)}² + ${figure(sd2i)}²) / 2) = ${figure(S)}.`,
    `SMDH = J × (mean₁ − mean₂) / S = ${corrected(yi, m1i, m2i, S)} = ${figure(yi)}; J corrects for small samples.`,
    `Variance = J² × (SMDH² × (SD₁⁴/(n₁ − 1) + SD₂⁴/(n₂ − 1)) / (8 S⁴) + SD₁²/(S² (n₁ − 1)) + SD₂²/(S² (n₂ − 1))) = ${figure(vi)}.`,
  ];
}

function glassDelta({ m1i, n1i, m2i, sd2i, n2i }: MeansData, { yi, vi }: Computed): readonly string[] {
  return [
    `Glass’s Δ = J × (mean₁ − mean₂) / SD₂ = ${corrected(yi, m1i, m2i, sd2i)} = ${figure(yi)}; J corrects for small samples.`,
    `Variance = 1/n₁ + 1/n₂ + Δ²/(2n₂) = 1/${n1i} + 1/${n2i} + ${bracketed(yi)}²/(2 × ${n2i}) = ${figure(vi)}.`,
  ];
}

/** The correction, worked out from the effect, times the difference in SDs. */
function corrected(yi: number, m1i: number, m2i: number, sd: number): string {
  const J = m1i === m2i ? "J" : figure((yi * sd) / (m1i - m2i));
  return `${J} × (${figure(m1i)} − ${bracketed(m2i)}) / ${figure(sd)}`;
}
