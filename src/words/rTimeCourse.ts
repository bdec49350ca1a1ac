import { type Analysis, NESTED } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { type Row, runsAgainst } from "../model/study";
import type { TimeCourse } from "../model/timeCourse";
import { outcomeOf } from "./phrase";
import { check, type RPart } from "./rChecks";
import { dataFrame } from "./rData";
import { effectLines } from "./rEffects";
import { fitCall } from "./rFit";

/** Lines of R that pool an outcome at each timepoint against each comparator, as a list `course`. */
export function rTimeCourse(
  { lines, paths }: TimeCourse,
  { measure, model, selection }: Analysis,
  descriptor: Descriptor,
  rowOf: (id: number) => Row,
): RPart {
  const outcome = outcomeOf(descriptor, selection.outcome);
  const cells = lines.flatMap(({ comparator, points }) =>
    points.flatMap(({ timepoint, pooled }) => (pooled ? [{ comparator, timepoint, pooled }] : [])),
  );
  if (cells.length === 0) return { lines: [], checks: [] };
  const ids = paths.flatMap(({ points }) => points.map(({ rowId }) => rowId));
  const studies = ids.map((id) => ({ row: rowOf(id), result: { flipped: runsAgainst(rowOf(id), outcome) } }));
  const groups = cells.map(({ comparator, timepoint, pooled }) => ({
    key: [comparator, timepoint].join(NESTED),
    rowIds: studies.flatMap(({ row }) =>
      row.comparator === comparator && row.timepoint === timepoint ? [row.id] : [],
    ),
    pooled,
  }));
  return {
    lines: [
      "# Time course: each timepoint by itself, as they share patients",
      "visits <- local({",
      dataFrame({ groups }, studies),
      ...effectLines(measure.measure, model),
      ...(studies.some(({ result }) => result.flipped) ? ["dat$yi <- dat$turn * dat$yi"] : []),
      "dat",
      "})",
      `course <- lapply(split(visits, visits$group), function(d) ${fitCall(model, "d")})`,
      "course",
    ],
    checks: cells.flatMap(({ comparator, timepoint, pooled: { mu, ciLb, ciUb } }, i) =>
      check(`${comparator}, ${timepoint}`, `with(course[[${i + 1}]], c(beta, ci.lb, ci.ub))`, mu, ciLb, ciUb),
    ),
  };
}
