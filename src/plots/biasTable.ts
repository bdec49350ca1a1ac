import { truncate } from "../scene/measureText";
import type { Mark } from "../scene/scene";
import { JUDGED_AS } from "../words/biasText";
import { formatPercent } from "../words/number";
import { lowerFirst, upperFirst } from "../words/phrase";
import type { BiasLayout } from "./biasLayout";
import { BIAS_TEXT, biasLabel } from "./biasTableLayout";
import { NARROW, PAD } from "./forestInput";
import { biasMarks } from "./riskOfBias";
import { centredText } from "./textMark";

/** The heads of the table over a hairline. */
export function headMarks({ columns, xs, headY, weightRight, width, theme, input }: BiasLayout): readonly Mark[] {
  const look = { size: 12, weight: "bold", fill: theme.muted } as const;
  const { one } = input.descriptor.studyNoun;
  const under: Mark = { kind: "rule", from: [PAD, headY + 13], to: [width - PAD, headY + 13], stroke: theme.line };
  return [
    centredText(upperFirst(one), PAD, headY, look),
    ...columns.map(({ head }, i) => centredText(head, xs[i]!, headY, { ...look, anchor: "middle" })),
    ...(weightRight === null ? [] : [centredText("Weight", weightRight, headY, { ...look, anchor: "end" })]),
    under,
  ];
}

/** A row per study: its name, a disc per domain, and its weight. */
export function rowMarks(layout: BiasLayout, { row, box }: BiasLayout["rows"][number]): Mark {
  const { columns, xs, weightRight, theme } = layout;
  const y = box.y + box.height / 2;
  const room = (xs[0] ?? layout.width) - PAD - 18;
  const label = biasLabel(row.row, layout.width < NARROW);
  const paint = row.isExcluded ? ({ fill: theme.faint, strike: true } as const) : { fill: theme.ink };
  const told = columns.map(({ domain }, i) => `${domain.toLowerCase()} ${lowerFirst(JUDGED_AS[row.judged[i]!])}`);
  const weight =
    weightRight === null || row.weight === null
      ? []
      : [
          centredText(formatPercent(row.weight, 1), weightRight, y, {
            size: BIAS_TEXT,
            anchor: "end",
            fill: theme.ink,
          }),
        ];
  return {
    kind: "group",
    key: `row-${row.row.id}`,
    label: `${label}: ${told.join(", ")}`,
    marks: [
      centredText(truncate(label, room, BIAS_TEXT), PAD, y, { size: BIAS_TEXT, ...paint }),
      ...row.judged.flatMap((judged, i) => biasMarks(judged, [xs[i]!, y], theme)),
      ...weight,
    ],
  };
}
