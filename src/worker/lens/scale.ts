import type { Pooled } from "../../model/analysis";
import type { OutcomeInfo } from "../../model/descriptor";
import type { ScaleReading } from "../../model/lens";
import type { Row } from "../../model/study";
import { smdToScale } from "../../stats/index";
import { median } from "./median";
import { reexpress } from "./reexpress";

const SCALE_COLUMN = "scale";

/**
 * A standardised difference in the unit of a familiar scale: by the reader's standard deviation, else by the median of
 * the control arms' on the scale that most of the pooled rows used. null where no column names the scales.
 */
export function scaleReading(
  pooled: Pooled,
  outcome: OutcomeInfo,
  rows: readonly Row[],
  readerSd: number | null,
): ScaleReading | null {
  const scale =
    readerSd === null
      ? mostUsedScale(rows, outcome)
      : { sd: readerSd, origin: "reader" as const, unit: outcome.unit, arms: 0, isTurned: false };

  if (!scale) return null;
  const sign = scale.isTurned ? -1 : 1;
  const takesPoints = sameRange(scale.unit, outcome.unit);
  return { ...reexpress(pooled, (smd) => sign * smdToScale(smd, scale.sd)), ...scale, takesPoints };
}

function mostUsedScale(rows: readonly Row[], outcome: OutcomeInfo) {
  const byScale = new Map<string, { readonly sds: number[]; readonly isTurned: boolean }>();
  for (const { data, columns, better } of rows) {
    const name = String(columns[SCALE_COLUMN] ?? "");
    if (data.kind !== "means" || name === "") continue;
    const isTurned = better !== null && better !== outcome.better;
    const known = byScale.get(name);
    if (known) known.sds.push(data.sd2i);
    else byScale.set(name, { sds: [data.sd2i], isTurned });
  }
  const [most] = [...byScale].sort(([, a], [, b]) => b.sds.length - a.sds.length);
  if (!most) return null;
  const [unit, { sds, isTurned }] = most;
  return { sd: median(sds), origin: "control-arms" as const, unit, arms: sds.length, isTurned };
}

/** True where two units name the same range of points: "VAS (0-10)" and "points (0–10)". */
function sameRange(a: string | null, b: string | null): boolean {
  const [one, two] = [a, b].map((unit) =>
    /(\d+)\s*[-–−]\s*(\d+)/
      .exec(unit ?? "")
      ?.slice(1)
      .join(" "),
  );
  return (a !== null && a === b) || (one !== undefined && one === two);
}
