import { fileName } from "../../../export/fileName";
import { toCsv } from "../../../export/tableText";
import type { MeasureInfo } from "../../../model/measure";
import type { Multiverse, Specification } from "../../../model/sensitivity";
import { edgeOf } from "../../../model/subsetCounts";
import type { Subsets } from "../../../model/subsets";
import type { PlotInput } from "../../../plots/forestInput";
import { saveFile } from "../../saveFile";

/** Saves how many subsets lie in each cell that has any, by its limits; ratios are not logged. */
export function saveSubsetCounts({ analysis, descriptor }: PlotInput, subsets: Subsets): void {
  const { joint, estimateAxis, spreadAxis, spread } = subsets;
  const onScale = scaleOf(subsets.measure);
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
  const head = ["estimate_from", "estimate_to", `${spread}_from`, `${spread}_to`, "subsets"];
  saveFile(fileName(analysis, descriptor, "every-subset", "csv"), toCsv({ head, rows }), "text/csv");
}

/** Saves the analyses on the curve with their choices and results at full precision; ratios are not logged. */
export function saveSpecifications(
  { analysis, descriptor, rows: rowOf }: PlotInput,
  { effects, measure }: Multiverse,
  curve: readonly Specification[],
): void {
  const onScale = scaleOf(measure);
  const choices = new Map(effects.map((choice) => [choice.key, choice]));
  const rows = curve.map((s) => {
    const choice = choices.get(s.effects);
    return [
      ...[choice?.measure.measure ?? "", choice?.smdVariance ?? "", choice?.zeroCells ?? "", s.method, s.test],
      ...[
        s.leftOut === null ? "" : rowOf(s.leftOut).slab,
        s.k,
        ...[s.mu, s.ciLb, s.ciUb].map(onScale),
        s.I2 ?? "",
        s.conclusion,
      ],
    ];
  });
  const head = [
    ...["measure", "smd_variance", "zero_cells", "method", "test", "left_out"],
    ...["k", "estimate", "ci_lower", "ci_upper", "I2", "conclusion"],
  ];
  saveFile(fileName(analysis, descriptor, "every-analysis", "csv"), toCsv({ head, rows }), "text/csv");
}

/** From the analysis scale to the one that readers see. */
function scaleOf({ scale }: MeasureInfo): (value: number) => number {
  return (value) => (scale === "log" ? Math.exp(value) : value);
}
