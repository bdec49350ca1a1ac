import { excerpt } from "../../data/excerpt";
import type { Finding } from "../../model/finding";
import type { ArmData } from "../../model/study";
import { found } from "./found";
import { type Check, groupBy, keyOf, type PlacedRow, type Slips } from "./slips";
import { rowName } from "./text";

/** Numbers that agree by chance are short ones; longer ones are copied. */
const TELLING_DIGITS = 7;

/** The same sample twice: all numbers of a row in another row of the same outcome, or a whole row repeated. */
export const duplicates: Check = (slips) => [...sameNumbers(slips), ...repeatedRows(slips)];

function sameNumbers(slips: Slips): Finding[] {
  const telling = slips.placed.filter(({ row }) => digitsOf(row.data) >= TELLING_DIGITS);
  return groupBy(telling, ({ row }) => keyOf(row.outcome, ...numbersOf(row.data)))
    .filter((alike) => alike.length > 1)
    .map((alike) => {
      const [first, second] = [alike[0]!, alike[1]!];
      const isElsewhere = first.row.timepoint !== second.row.timepoint;
      return found(slips, {
        check: "duplicate",
        severity: "doubtful",
        message: `${alike.map(({ row, index }) => `${rowName(row)} (row ${index + 2})`).join(" and ")} have the same numbers.`,
        why: isElsewhere
          ? "Results of two timepoints are never the same to the last digit: one row was probably copied and not filled in."
          : "Two reports of one sample, or one row entered twice: the same patients would count twice, and the interval would be too narrow.",
        rows: alike.map(({ index }) => index),
        remedies: [second, first].map((one) => removal(one)),
      });
    });
}

function removal({ row, index }: PlacedRow): Finding["remedies"][number] {
  return {
    id: `remove-${index}`,
    label: `Remove row ${index + 2}, ${excerpt(row.studyId)}`,
    changes: [{ kind: "remove-row", row: index }],
    derivation: [`Row ${index + 2}, ${rowName(row)}, is removed`],
    sentence: `A row of ${rowName(row)} was removed because its numbers were those of another row.`,
  };
}

/** Rows equal in every cell: the later ones are in no result already. */
function repeatedRows(slips: Slips): Finding[] {
  return slips.reading.errors.flatMap(({ code, message, where }) => {
    const index = (where.row ?? 0) - 2;
    if (code !== "duplicate-row" || index < 0) return [];
    const study = excerpt(slips.text(index, "study"));
    return found(slips, {
      check: "repeated-row",
      severity: "note",
      message: `${study}: ${message}`,
      why: "It is counted once, in the row that comes first.",
      rows: [index],
      remedies: [
        {
          id: "remove-row",
          label: `Remove row ${index + 2}`,
          changes: [{ kind: "remove-row", row: index }],
          derivation: [`Row ${index + 2}, ${study}, is removed`],
          sentence: `A row of ${study} was removed because it repeated another in every cell.`,
        },
      ],
    });
  });
}

function numbersOf(data: ArmData): (string | number)[] {
  return [data.kind, ...Object.entries(data).flatMap(([name, value]) => (name === "kind" ? [] : [value ?? ""]))];
}

/** Digits of all numbers together, four at most of each: computed ones have more than were measured. Zeros tell nothing. */
function digitsOf(data: ArmData): number {
  const digits = (value: number) =>
    String(Number(value.toPrecision(4)))
      .replace(/e.*$|\D/g, "")
      .replace(/^0+/, "").length;
  return numbersOf(data).reduce<number>((sum, value) => sum + (typeof value === "number" ? digits(value) : 0), 0);
}
