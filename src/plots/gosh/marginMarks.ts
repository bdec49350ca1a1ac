import { max } from "d3";
import { edgeOf, marginOf, marginOfStudy, widerBins } from "../../model/subsetCounts";
import type { Mark, Point } from "../../scene/scene";
import { linear } from "../linear";
import { withColour, withoutColour } from "./densityColours";
import type { GoshLayout } from "./goshLayout";

const GAP = 4;

/** The counts along both axes: all subsets filled, and with a study those that hold it and those that lack it as lines. */
export function marginMarks(layout: GoshLayout): readonly Mark[] {
  return [
    { kind: "group", key: "estimates", marks: along(layout, "estimate") },
    { kind: "group", key: "spreads", marks: along(layout, "spread") },
  ];
}

function along(layout: GoshLayout, axis: "estimate" | "spread"): readonly Mark[] {
  const { subsets, theme, split } = layout;
  const all = marginOf(subsets, axis);
  const most = max(all) ?? 0;
  if (most === 0) return [];
  const steps = stepsOf(layout, axis, most);
  const area: Mark = {
    kind: "polygon",
    points: steps(all),
    fill: theme.contours[2],
    stroke: theme.faint,
    strokeWidth: 0.75,
  };
  if (split === null) return [area];
  const holding = marginOfStudy(subsets, axis, split);
  const lacking = all.map((count, i) => count - (holding[i] ?? 0));
  return [
    area,
    { kind: "polyline", points: steps(holding), stroke: withColour(theme), strokeWidth: 1.75 },
    { kind: "polyline", points: steps(lacking), stroke: withoutColour(theme), strokeWidth: 1.75, dash: "4 3" },
  ];
}

/** The outline of counts as steps, from the panel's edge outwards and back to it. */
function stepsOf(
  { subsets, panel, margin, estimate, spread, shown }: GoshLayout,
  axis: "estimate" | "spread",
  most: number,
) {
  const isEstimate = axis === "estimate";
  const bins = widerBins(subsets)[axis];
  const line = isEstimate ? subsets.estimateAxis : subsets.spreadAxis;
  const wider = line.bins / bins;
  const [from, to] = shown[axis].map((bin) => Math.round(bin / wider));
  const place = (bin: number) => (isEstimate ? estimate.x : spread.y)(edgeOf(line, bin, bins));
  const height = isEstimate
    ? linear([0, most], [panel.top - GAP, panel.top - GAP - margin])
    : linear([0, most], [panel.right + GAP, panel.right + GAP + margin]);
  const point = (bin: number, count: number): Point =>
    isEstimate ? [place(bin), height(count)] : [height(count), place(bin)];
  return (counts: ArrayLike<number>): readonly Point[] => {
    const points: Point[] = [point(from!, 0)];
    for (let bin = from!; bin < to!; bin++) points.push(point(bin, counts[bin]!), point(bin + 1, counts[bin]!));
    return [...points, point(to!, 0)];
  };
}
