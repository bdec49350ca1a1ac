import { excerpt } from "../../data/excerpt";
import type { Finding } from "../../model/finding";
import type { GivenData } from "../../model/study";
import { found, setCell } from "./found";
import { isStandardised } from "./largeSmd";
import { type Centre, median, robustCentre } from "./robust";
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
    const whole = wholeColumn(slips, group);
    if (whole) return [whole];
    const usual = robustCentre(group.map(({ data, size }) => Math.log(data.vi * size)));
    return group.flatMap((placed) => {
      const typed = typedAs(slips, placed);
      return typed && fitsAsOther(placed, typed, usual) ? [misplaced(slips, [placed], typed)] : [];
    });
  });

type Typed = "vi" | "sei";

/** Which of the two columns the variance of a row came from; null for limits. */
function typedAs(slips: Slips, { index }: PlacedRow): Typed | null {
  if (slips.text(index, "vi") !== "") return "vi";
  return slips.text(index, "sei") === "" ? null : "sei";
}

/**
 * All rows of standardised mean differences at once: their variance is known from the sizes, 1/n1 + 1/n2 + d²/(2N)
 * (Hedges & Olkin 1985, ch. 5), and theirs is near it only when read as the other.
 */
function wholeColumn(slips: Slips, group: readonly GivenRow[]): Finding | null {
  const typed = typedAs(slips, group[0]!);
  const { given } = slips.outcome(group[0]!.row.outcome);
  if (!typed || !isStandardised(given) || group.some((placed) => typedAs(slips, placed) !== typed)) return null;
  const away = (variance: (vi: number) => number) =>
    Math.abs(
      median(group.map(({ data, size }) => Math.log(variance(data.vi) / (1 / size + data.yi ** 2 / (8 * size))))),
    );
  const isOff = away((vi) => vi) > Math.log(2) && away((vi) => otherReading(vi, typed)) < Math.log(1.35);
  return isOff ? misplaced(slips, group, typed) : null;
}

/** Given effects with both arms' sizes; `size` is that of either arm of two equal ones that would tell as much. */
function sized({ placed }: Slips): GivenRow[] {
  return placed.flatMap(({ index, row }) => {
    const { data } = row;
    if (data.kind !== "given" || data.n1i === null || data.n2i === null) return [];
    return [{ index, row, data, size: (data.n1i * data.n2i) / (data.n1i + data.n2i) }];
  });
}

function fitsAsOther({ data, size }: GivenRow, typed: Typed, { centre, spread }: Centre): boolean {
  const away = (vi: number) => Math.abs(Math.log(vi * size) - centre);
  return (
    away(data.vi) > Math.max(ODD, 4 * spread) &&
    away(otherReading(data.vi, typed)) < Math.max(NEAR, Math.min(2 * spread, 1.2))
  );
}

/** The variance if what was typed is of the other kind. */
function otherReading(vi: number, typed: Typed): number {
  return typed === "vi" ? vi ** 2 : Math.sqrt(vi);
}

const WORDS = { vi: ["variance", "standard error"], sei: ["standard error", "variance"] } as const;

function misplaced(slips: Slips, rows: readonly GivenRow[], typed: Typed): Finding {
  const [is, seems] = WORDS[typed];
  const { row, data } = rows[0]!;
  const cells = rows.map((placed) => {
    const value = typed === "vi" ? placed.data.vi : Math.sqrt(placed.data.vi);
    return { ...placed, value, fixed: typed === "vi" ? value ** 2 : Math.sqrt(value) };
  });
  const first = cells[0]!;
  const people = (data.n1i ?? 0) + (data.n2i ?? 0);
  return found(slips, {
    check: "se-or-variance",
    severity: "doubtful",
    message:
      rows.length === 1
        ? `${rowName(row)}: a ${is} of ${figure(first.value)} does not go with its ${people} participants, as the other studies have it. Read as a ${seems} it does.`
        : `“${excerpt(row.outcome)}”: the column of ${is}s does not go with the numbers of participants. Read as ${seems}s it does, in all ${rows.length} rows.`,
    why: "The variance decides the weight: a study counts many times too much, or too little, and the interval is wrong.",
    rows: rows.map(({ index }) => index),
    columns: [typed, "n1i", "n2i"],
    remedies: [
      {
        id: "read-as-other",
        label: `${rows.length === 1 ? `It is a ${seems}: convert it` : `They are ${seems}s: convert them`}`,
        changes: cells.map(({ index, fixed }) => setCell(slips, index, typed, fixed)),
        derivation: cells.map(({ row: { studyId }, value, fixed }) =>
          typed === "vi"
            ? `${excerpt(studyId)}: variance = SE² = ${figure(value)}² = ${figure(fixed)}`
            : `${excerpt(studyId)}: SE = √variance = √${figure(value)} = ${figure(fixed)}`,
        ),
        sentence: `${upperFirst(is)}s of ${studyNames(rows)} were computed from values taken to be ${seems}s.`,
      },
    ],
  });
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
