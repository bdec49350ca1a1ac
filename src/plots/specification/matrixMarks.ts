import { truncate } from "../../scene/measureText";
import type { Mark, Point } from "../../scene/scene";
import { PAD } from "../forestInput";
import type { CurveColumn, MatrixRow } from "./curve";
import { type MatrixGroup, OTHERS } from "./matrix";
import type { SpecificationLayout } from "./specification";

/** A line of the matrix or the head of its choice, on its baseline. */
export interface PlacedRow {
  readonly key: string;
  readonly label: string;
  readonly y: number;
  readonly isHead: boolean;
  /** Of the analyses in each column, the share that made this choice, over the largest of its group's; none for a head. */
  readonly shares: readonly number[];
}

const SIZE = 11;
const HEAD = 22;
const STEP = 16;
const HEIGHT = 11; // of the highest mark

export function matrixRows(
  groups: readonly MatrixGroup[],
  columns: readonly CurveColumn[],
  top: number,
): { readonly rows: readonly PlacedRow[]; readonly end: number } {
  let y = top;
  const rows = groups.flatMap(({ key, title, rows: lines }): PlacedRow[] => {
    const counted = lines.map(({ has }) => columns.map(({ members }) => shareOf(members, has)));
    // By the single values: many studies together would make each of the others invisible.
    const most = Math.max(0, ...counted.filter((_, i) => lines[i]?.key !== OTHERS).flat()) || 1;
    y += HEAD;
    const head: PlacedRow = { key, label: title, y: y - 5, isHead: true, shares: [] };
    return [
      head,
      ...lines.map((line, i): PlacedRow => {
        y += STEP;
        const shares = counted[i]?.map((share) => Math.min(1, share / most)) ?? [];
        return { key: `${key} ${line.key}`, label: line.label, y: y - 3, isHead: false, shares };
      }),
    ];
  });
  return { rows, end: y };
}

function shareOf(members: CurveColumn["members"], has: MatrixRow["has"]): number {
  let count = 0;
  for (let i = 0; i < members.length; i++) if (has(members[i]!)) count++;
  return count / members.length;
}

/** A line for every choice: where on the curve it was made, as steps over a hairline. */
export function matrixMarks({ rows, panel, theme }: SpecificationLayout): readonly Mark[] {
  const room = panel.left - PAD - 8;
  return rows.flatMap(({ label, y, isHead, shares }): Mark[] => {
    if (isHead) {
      return [{ kind: "text", at: [PAD, y], text: label, size: SIZE, weight: "bold", fill: theme.ink }];
    }
    const text = truncate(label, room, SIZE);
    return [
      { kind: "text", at: [PAD, y], text, size: SIZE, fill: theme.ink },
      { kind: "rule", from: [panel.left, y], to: [panel.right, y], stroke: theme.line },
      ...(shares.some((share) => share > 0)
        ? [{ kind: "polygon", points: stepsOf(shares, panel.left, panel.right, y), fill: theme.study } as const]
        : []),
    ];
  });
}

/** Steps over a baseline; neighbours of one height are one step. */
function stepsOf(shares: readonly number[], left: number, right: number, y: number): readonly Point[] {
  const width = (right - left) / shares.length;
  const points: Point[] = [[left, y]];
  for (let from = 0, to = 0; from < shares.length; from = to) {
    const height = y - HEIGHT * shares[from]!;
    for (to = from + 1; to < shares.length && shares[to] === shares[from]; ) to++;
    points.push([left + from * width, height], [left + to * width, height]);
  }
  return [...points, [right, y]];
}
