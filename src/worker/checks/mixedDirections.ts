import { excerpt } from "../../data/excerpt";
import type { Finding } from "../../model/finding";
import type { Better } from "../../model/study";
import { found, setCell } from "./found";
import { betterOn } from "./instruments";
import { type Check, groupBy, instrumentOf, keyOf, type PlacedRow, type Slips } from "./slips";
import { rowName, studyNames } from "./text";

interface Contradicted extends PlacedRow {
  readonly instrument: string;
  readonly better: Better;
}

/** Rows whose direction is not that of the instrument that they name. */
export const mixedDirections: Check = (slips) => {
  const contradicted = slips.placed.flatMap((placed): Contradicted[] => {
    const { row } = placed;
    if (row.data.kind === "counts") return [];
    const known = betterOn(`${instrumentOf(placed)} ${row.outcome}`);
    const taken = row.better ?? slips.outcome(row.outcome).better;
    return known && known.better !== taken ? [{ ...placed, ...known }] : [];
  });
  return groupBy(contradicted, ({ row, instrument }) => keyOf(row.outcome, instrument)).map((group) =>
    told(slips, group),
  );
};

function told(slips: Slips, group: readonly Contradicted[]): Finding {
  const { row, instrument, better } = group[0]!;
  const other = better === "lower" ? "higher" : "lower";
  return found(slips, {
    check: "mixed-directions",
    severity: "doubtful",
    message: `${studyNames(group)}: ${other} is taken as better for “${excerpt(row.outcome)}”, but on ${excerpt(instrument)} ${better} scores usually are.`,
    why: "Where scales run in opposite directions and nothing says so, benefit in one study cancels benefit in another.",
    rows: group.map(({ index }) => index),
    columns: ["better"],
    remedies: [
      {
        id: "set-better",
        label: `On ${excerpt(instrument)}, ${better} is better`,
        changes: group.map(({ index }) => setCell(slips, index, "better", better)),
        derivation: group.map((one) => `${rowName(one.row)}: better becomes “${better}”`),
        sentence: `For ${excerpt(instrument)} in “${excerpt(row.outcome)}”, ${better} scores were taken as better.`,
      },
    ],
  });
}
