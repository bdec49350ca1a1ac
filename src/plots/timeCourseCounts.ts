import { min } from "d3";
import type { Pooled } from "../model/analysis";
import type { TimeLine } from "../model/timeCourse";
import { measureText, truncate } from "../scene/measureText";
import type { Mark } from "../scene/scene";
import { counted, people } from "../words/phrase";
import { PAD } from "./forestInput";
import { groupColour } from "./groupStyle";
import { TIME_TEXT, type TimeCourseLayout } from "./timeCourseLayout";
import { signMark } from "./timeCoursePoint";

/** Height in CSS pixels of one comparator's name and counts. */
export const COUNT_ROWS = 42;

/** Comparators keep their colour when others are hidden: they count in the dataset's order. */
export function colourOf({ input, theme }: TimeCourseLayout, comparator: string, index: number): string {
  const at = input.descriptor.comparators.indexOf(comparator);
  return groupColour(at < 0 ? index : at, theme);
}

/** The comparator's name, and under each timepoint the trials and patients that its result rests on. */
export function countMarks(
  layout: TimeCourseLayout,
  { comparator, points }: TimeLine,
  index: number,
  top: number,
): Mark[] {
  const { theme, ticks, width } = layout;
  const y = top + COUNT_ROWS * index;
  const colour = colourOf(layout, comparator, index);
  const name = truncate(comparator, width - 3 * PAD - 20, TIME_TEXT, "bold");
  return [
    signMark(index, [PAD + 6, y - 4], { fill: colour, stroke: colour }),
    { kind: "text", at: [PAD + 20, y], text: name, size: TIME_TEXT, weight: "bold", fill: theme.ink },
    ...points.flatMap(({ timepoint, pooled }): Mark[] => {
      const x = ticks.find((tick) => tick.name === timepoint)?.x;
      if (x === undefined) return [];
      const text = pooled ? countText(pooled, layout) : "–";
      return [{ kind: "text", at: [x, y + 18], text, size: TIME_TEXT, anchor: "middle", fill: theme.muted }];
    }),
  ];
}

/** "4 trials, 320 patients" where every timepoint has room for it, else "4 trials". */
function countText({ k, N }: Pooled, { ticks, input }: TimeCourseLayout): string {
  const { studyNoun } = input.descriptor;
  const full = [counted(k, studyNoun), people(N, input.descriptor)].filter((part) => part !== "").join(", ");
  const apart = min(ticks.slice(1), ({ x }, i) => x - ticks[i]!.x) ?? Number.POSITIVE_INFINITY;
  return measureText(full, TIME_TEXT) + 12 <= apart ? full : counted(k, studyNoun);
}
