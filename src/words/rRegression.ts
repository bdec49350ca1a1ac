import type { Analysis } from "../model/analysis";
import type { Bubble } from "../model/bubble";
import type { RCell } from "./rCell";
import { check, type RPart } from "./rChecks";
import { commented, wrapped } from "./rData";
import { regressionCall } from "./rFit";

/** Lines of R for the meta-regression of a cell's effects on a numeric column, as `reg`. */
export function rRegression({ column, points, fit }: Bubble, { model }: Analysis, { data, studies }: RCell): RPart {
  const xOf = new Map(points.map(({ rowId, x }) => [rowId, x]));
  const known = studies.flatMap(({ row }, i) => {
    const x = xOf.get(row.id);
    return x === undefined ? [] : [{ place: i + 1, x }];
  });
  if (!fit) return { lines: [], checks: [] };
  const { slope, tau2, R2, line } = fit;
  // A year is far from 0: counted from its least value the line's sums lose no digits, and the slope is the same.
  const least = Math.min(...known.map(({ x }) => x));
  const checks = [line[0]!, line.at(-1)!].flatMap(({ x, fitted, ciLb, ciUb, predint }) => {
    const at = `predict(reg, newmods = ${x - least})`;
    const parts = predint ? ["pred", "ci.lb", "ci.ub", "pi.lb", "pi.ub"] : ["pred", "ci.lb", "ci.ub"];
    const shown = predint ? [fitted, ciLb, ciUb, predint.piLb, predint.piUb] : [fitted, ciLb, ciUb];
    return check(`regression at ${x}`, `with(${at}, c(${parts.join(", ")}))`, ...shown);
  });
  return {
    lines: [
      commented(`Meta-regression on ${column}, counted from its least value ${least}`),
      wrapped(
        `moderated <- ${data}[c(`,
        known.map(({ place }) => String(place)),
        "), ]",
      ),
      wrapped(
        "moderated$x <- c(",
        known.map(({ x }) => String(x)),
        `) - ${least}`,
      ),
      `reg <- ${regressionCall(model, "x", "moderated")}`,
      "reg",
    ],
    checks: [
      ...check(
        "slope and its interval",
        "with(reg, c(beta[2], ci.lb[2], ci.ub[2]))",
        slope.beta,
        slope.ciLb,
        slope.ciUb,
      ),
      ...check("its p-value", "reg$pval[2]", slope.pval),
      ...check("tau2 about the line", "reg$tau2", tau2),
      ...check("R2", "reg$R2", R2),
      ...checks,
    ],
  };
}
