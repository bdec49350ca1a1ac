import type { Analysis } from "../model/analysis";
import type { LensReading, RiskReading } from "../model/lens";
import type { Measure } from "../model/measure";
import type { RCell } from "./rCell";
import { check, numberText, type RPart } from "./rChecks";

/** Lines of R for what the pooled result means in patients: on a familiar scale, and per 1,000 people. */
export function rLens({ scale, risk, superiority }: LensReading, { measure }: Analysis, { fit }: RCell): RPart {
  const all = `with(${fit}, c(beta, ci.lb, ci.ub))`;
  const parts: readonly RPart[] = [
    ...(scale
      ? [
          {
            lines: [`on_scale <- ${scale.isTurned ? "-" : ""}${numberText(scale.sd)} * ${all} # SD times SMD`],
            checks: check("on the familiar scale", "sort(on_scale)", ...sorted(scale.estimate, scale.ciLb, scale.ciUb)),
          },
        ]
      : []),
    ...(superiority
      ? [
          {
            lines: [`superior <- pnorm(abs(${fit}$beta[1]) / sqrt(2)) # probability of superiority, of the better arm`],
            checks: check(
              "probability of superiority",
              "superior",
              Math.max(superiority.estimate, 1 - superiority.estimate),
            ),
          },
        ]
      : []),
    ...(risk ? perThousand(risk, measure.measure, all) : []),
  ];
  const lines = parts.flatMap((part) => part.lines);
  return {
    lines: lines.length > 0 ? ["# For patients", ...lines] : [],
    checks: parts.flatMap((part) => part.checks),
  };
}

/** The risk with the intervention, from the risk `p` without it and the effect `b` on the analysis scale. */
const RISKS: Readonly<Partial<Record<Measure, string>>> = {
  RR: "p * exp(b)",
  OR: "plogis(qlogis(p) + b)",
  PETO: "plogis(qlogis(p) + b)",
  RD: "p + b",
};

function perThousand({ baseline, average }: RiskReading, measure: Measure, all: string): RPart[] {
  const formula = RISKS[measure];
  // A limit that stands at 0 or 1 is no number of the formula.
  if (!formula || !average || average.cut) return [];
  return [
    {
      lines: [
        `risk <- (function(p, b) ${formula})(${numberText(baseline)}, ${all}) # with the intervention`,
        `per_thousand <- 1000 * (risk - ${numberText(baseline)})`,
      ],
      checks: [
        ...check("risk with the intervention", "risk", average.risk, average.riskLb, average.riskUb),
        ...check("events per 1,000", "per_thousand", average.perThousand, average.perThousandLb, average.perThousandUb),
      ],
    },
  ];
}

function sorted(...values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}
