import type { Cumulative, Influence } from "../model/sensitivity";
import { listChecks } from "./pythonChecks";
import type { RCell } from "./rCell";
import type { RPart } from "./rChecks";
import { wrapped } from "./rData";

const NONE: RPart = { lines: [], checks: [] };

/** Lines of Python that leave each study of the cell out, as `without`. */
export function pythonInfluence({ studies }: Influence): RPart {
  const without = studies.flatMap((study) => study.without ?? []);
  // Tables without events, left alone, give no result.
  if (without.length < studies.length || studies.length === 0) return NONE;
  return {
    lines: ["# Without each study in turn", "without = [pool(np.delete(cell, i)) for i in range(len(cell))]"],
    checks: listChecks("without", without, "without each study"),
  };
}

/** Lines of Python that add one study after the other, as `cumulative`. */
export function pythonCumulative({ steps }: Cumulative, { studies }: RCell): RPart {
  if (steps.length < studies.length || steps.length === 0) return NONE;
  const placeOf = new Map(studies.map(({ row }, i) => [row.id, i]));
  return {
    lines: [
      "# As one study joins after the other",
      wrapped(
        "joined = cell[[",
        steps.map(({ rowId }) => String(placeOf.get(rowId))),
        "]]",
      ),
      "cumulative = [pool(joined[: i + 1]) for i in range(len(joined))]",
    ],
    checks: listChecks(
      "cumulative",
      steps.map(({ pooled }) => pooled),
      "cumulative",
    ),
  };
}
