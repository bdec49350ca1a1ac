import type { Spot, Target } from "../scene/scene";
import { groupName } from "../words/groupsText";
import { upperFirst } from "../words/phrase";
import { BIAS_STEP } from "./forestColumns";
import type { ForestLayout } from "./forestLayout";
import type { Line } from "./forestLines";

const BESIDE = 6; // px that a head's place reaches beyond its text
const HEIGHT = 26; // px of a head that can be pressed

/** Studies in place, for the page's checkboxes. */
export function studyTargets({ width }: ForestLayout, lines: readonly Line[]): readonly Target[] {
  return lines.flatMap((line) =>
    line.kind === "study" ? [{ rowId: line.study.rowId, box: { x: 0, y: line.top, width, height: line.height } }] : [],
  );
}

/** Headings of groups in place. */
export function groupSpots({ width }: ForestLayout, lines: readonly Line[]): readonly Spot[] {
  return lines.flatMap((line) =>
    line.kind === "group"
      ? [
          {
            key: line.group.key,
            label: groupName(line.group.key),
            box: { x: 0, y: line.top, width, height: line.height },
          },
        ]
      : [],
  );
}

/** Heads in place, each with what it sorts the rows by. */
export function headSpots({ columns, headBottom, input }: ForestLayout): readonly Spot[] {
  const spot = (key: string, label: string, left: number, right: number): Spot => {
    return { key, label, box: { x: left, y: headBottom - HEIGHT, width: right - left, height: HEIGHT } };
  };
  const { effect, weightRight, bias, cells } = columns;
  return [
    spot("study", upperFirst(input.descriptor.studyNoun.one), columns.left, columns.nameRight),
    ...cells.map(({ sortBy, name, left, right }) => spot(sortBy, name, left - BESIDE, right + BESIDE)),
    spot("effect", effect.head, effect.left - BESIDE, effect.right + BESIDE),
    ...(weightRight === null ? [] : [spot("weight", "Weight", effect.right + BESIDE, weightRight + BESIDE)]),
    ...bias.map(({ column, domain, x }) => {
      return spot(column, `Risk of bias: ${domain.toLowerCase()}`, x - BIAS_STEP / 2, x + BIAS_STEP / 2);
    }),
  ];
}
