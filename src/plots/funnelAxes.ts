import type { Mark } from "../scene/scene";
import { formatNumber } from "../words/number";
import { upperFirst } from "../words/phrase";
import { PAD } from "./forestInput";
import type { FunnelLayout } from "./funnelLayout";

const SIZE = 12;

/** Both axes with their titles: effects below, what studies are ranked by at the left. */
export function axisMarks({ axis, top, bottom, scale, theme, input }: FunnelLayout): readonly Mark[] {
  const [left, right] = axis.range;
  const { ink: fill, ink: stroke } = theme;
  const across = axis.ticks.flatMap(({ value, label }): Mark[] => {
    const x = axis.x(value);
    return [
      { kind: "rule", from: [x, bottom], to: [x, bottom + 5], stroke },
      { kind: "text", at: [x, bottom + 19], text: label, size: SIZE, anchor: "middle", fill },
    ];
  });
  const digits = digitsOf(scale.ticks, scale.axis === "precision" ? 0 : 1);
  const down = scale.ticks.flatMap((value): Mark[] => {
    const y = scale.y(value);
    return [
      { kind: "rule", from: [left - 5, y], to: [left, y], stroke },
      { kind: "text", at: [left - 9, y + 4], text: formatNumber(value, digits), size: SIZE, anchor: "end", fill },
    ];
  });
  const name = upperFirst(input.analysis.measure.name);
  const bold = { size: SIZE, weight: "bold", fill } as const;
  return [
    { kind: "rule", from: [left, bottom], to: [right, bottom], stroke },
    { kind: "rule", from: [left, top], to: [left, bottom], stroke },
    ...across,
    ...down,
    { kind: "text", at: [PAD, top - 16], text: scale.title, ...bold },
    { kind: "text", at: [(left + right) / 2, bottom + 40], text: name, anchor: "middle", ...bold },
  ];
}

/** Decimals that all of the ticks need. */
function digitsOf(ticks: readonly number[], least: number): number {
  return Math.max(least, ...ticks.map((t) => (String(Number(t.toFixed(6))).split(".")[1] ?? "").length));
}
