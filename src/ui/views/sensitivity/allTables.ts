import type { PlainTable } from "../../../export/figureTable";
import type { MeasureInfo } from "../../../model/measure";
import type { Multiverse } from "../../../model/sensitivity";
import { specificationAt } from "../../../model/specifications";
import { edgeOf } from "../../../model/subsetCounts";
import type { Subsets } from "../../../model/subsets";
import type { PlotInput } from "../../../plots/forestInput";
import type { Curve } from "../../../plots/specification/curve";

/** How many subsets lie in each cell that has any, by its limits; ratios are not logged. */
export function subsetTable({ joint, estimateAxis, spreadAxis, spread, measure }: Subsets): PlainTable {
  const onScale = scaleOf(measure);
  const rows: number[][] = [];
  for (const [at, count] of joint.entries()) {
    if (count === 0) continue;
    const [e, s] = [Math.floor(at / spreadAxis.bins), at % spreadAxis.bins];
    rows.push([
      onScale(edgeOf(estimateAxis, e, estimateAxis.bins)),
      onScale(edgeOf(estimateAxis, e + 1, estimateAxis.bins)),
      edgeOf(spreadAxis, s, spreadAxis.bins),
      edgeOf(spreadAxis, s + 1, spreadAxis.bins),
      count,
    ]);
  }
  return { head: ["estimate_from", "estimate_to", `${spread}_from`, `${spread}_to`, "subsets"], rows };
}

/** The analyses on the curve with their choices and results; ratios are not logged. */
export function analysesTable({ rows: rowOf }: PlotInput, multiverse: Multiverse, curve: Curve): PlainTable {
  const { effects, measure } = multiverse;
  const onScale = scaleOf(measure);
  const choices = new Map(effects.map((choice) => [choice.key, choice]));
  const rows = [...curve].map((at) => {
    const s = specificationAt(multiverse, at);
    const choice = choices.get(s.effects);
    return [
      ...[choice?.measure.measure ?? "", choice?.smdVariance ?? "", choice?.zeroCells ?? "", s.method, s.test],
      ...[s.leftOut === null ? "" : rowOf(s.leftOut).slab, s.k, ...[s.mu, s.ciLb, s.ciUb].map(onScale), s.I2],
      ...[s.conclusion, s.excluding.join(" ")],
    ];
  });
  const head = [
    ...["measure", "smd_variance", "zero_cells", "method", "test", "left_out"],
    ...["k", "estimate", "ci_lower", "ci_upper", "I2", "conclusion", "prediction_intervals_excluding_no_effect"],
  ];
  return { head, rows };
}

/** From the analysis scale to the one that readers see. */
function scaleOf({ scale }: MeasureInfo): (value: number) => number {
  return (value) => (scale === "log" ? Math.exp(value) : value);
}
