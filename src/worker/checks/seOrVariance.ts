import type { TidyColumn } from "../../data/tidy";
import type { GivenData } from "../../model/study";
import { found, setCell } from "./found";
import { type Centre, robustCentre } from "./robust";
import { type Check, groupBy, type PlacedRow, type Slips } from "./slips";
import { figure, rowName, studyNames } from "./text";

const FEWEST = 5;
const ODD = Math.log(5); // times more or less information per participant than usual
const NEAR = Math.log(2);

type GivenRow = PlacedRow & { readonly data: GivenData; readonly size: number };

/**
 * Standard errors in the column of variances, or the other way round: the variance times the size of a study is about
 * the same in all studies of an outcome, and these fit only when the cell is read as the other.
 */
export const seOrVariance: Check = (slips) =>
  groupBy(sized(slips), ({ row }) => row.outcome).flatMap((group) => {
    if (group.length < FEWEST) return [];
    const usual = robustCentre(group.map(({ data, size }) => Math.log(data.vi * size)));
    return group.flatMap((placed) => {
      const typed = slips.text(placed.index, "vi") !== "" ? "vi" : "sei";
      if (typed === "sei" && slips.text(placed.index, "sei") === "") return [];
      return fitsAsOther(placed, typed, usual) ? [misplaced(slips, placed, typed)] : [];
    });
  });

/** Given effects with both arms' sizes; `size` is that of either arm of two equal ones that would tell as much. */
function sized({ placed }: Slips): GivenRow[] {
  return placed.flatMap(({ index, row }) => {
    const { data } = row;
    if (data.kind !== "given" || data.n1i === null || data.n2i === null) return [];
    return [{ index, row, data, size: (data.n1i * data.n2i) / (data.n1i + data.n2i) }];
  });
}

function fitsAsOther({ data, size }: GivenRow, typed: "vi" | "sei", { centre, spread }: Centre): boolean {
  const away = (vi: number) => Math.abs(Math.log(vi * size) - centre);
  return (
    away(data.vi) > Math.max(ODD, 4 * spread) &&
    away(otherReading(data.vi, typed)) < Math.max(NEAR, Math.min(2 * spread, 1.2))
  );
}

/** The variance if what was typed is of the other kind. */
function otherReading(vi: number, typed: "vi" | "sei"): number {
  return typed === "vi" ? vi ** 2 : Math.sqrt(vi);
}

const WORDS = { vi: ["variance", "standard error"], sei: ["standard error", "variance"] } as const;

function misplaced(slips: Slips, placed: GivenRow, typed: "vi" | "sei") {
  const { row, data, index } = placed;
  const [is, seems] = WORDS[typed];
  const value = typed === "vi" ? data.vi : Math.sqrt(data.vi);
  const fixed = typed === "vi" ? value ** 2 : Math.sqrt(value);
  const formula =
    typed === "vi"
      ? `variance = SE² = ${figure(value)}² = ${figure(fixed)}`
      : `SE = √variance = √${figure(value)} = ${figure(fixed)}`;
  const column: TidyColumn = typed;
  return found(slips, {
    check: "se-or-variance",
    severity: "doubtful",
    message: `${rowName(row)}: a ${is} of ${figure(value)} does not go with its ${(data.n1i ?? 0) + (data.n2i ?? 0)} participants, as the other studies have it. Read as a ${seems} it does.`,
    why: "The variance decides the weight: the study counts many times too much, or too little.",
    rows: [index],
    columns: [column, "n1i", "n2i"],
    remedies: [
      {
        id: "read-as-other",
        label: `It is a ${seems}: convert it`,
        changes: [setCell(slips, index, column, fixed)],
        derivation: [`${rowName(row)}: ${formula}`],
        sentence: `The ${is} of ${studyNames([placed])} was computed from a value taken to be a ${seems}.`,
      },
    ],
  });
}
