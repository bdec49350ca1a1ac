import { excerpt } from "../../data/excerpt";
import { parseNumber } from "../../data/numbers";
import { tidyColumn } from "../../data/tidy";
import type { Finding } from "../../model/finding";
import { found, setCell } from "./found";
import { type Check, groupBy, type Slips } from "./slips";
import { rounded } from "./spreadsDisagree";
import { figure } from "./text";

const FEWEST = 3;

/** Percentages in the place of numbers of events. */
export const percentages: Check = (slips) => [...notWhole(slips), ...outOfHundred(slips)];

/** An event cell that is no whole number, read as a percentage of its arm. */
function asPercentage(slips: Slips, row: number, code: string, header = "") {
  const column = tidyColumn(header);
  if (code !== "events-not-a-count" || (column !== "ai" && column !== "ci")) return null;
  const number = rounded(slips.text(row, column));
  const n = parseNumber(slips.text(row, column === "ai" ? "n1i" : "n2i"), true);
  if (!number || n === null || n < 1 || number.value < 0 || number.value > 100) return null;
  const exact = (number.value * n) / 100;
  const events = Math.round(exact);
  // Rounding of the percentage leaves its share of n.
  return Math.abs(exact - events) <= (number.half * n) / 100 + 0.02
    ? { column, n, events, percent: number.value }
    : null;
}

function notWhole(slips: Slips): Finding[] {
  const cells = slips.reading.errors.flatMap(({ code, where }) => {
    const row = (where.row ?? 0) - 2;
    const is = row < 0 ? null : asPercentage(slips, row, code, where.column);
    return is ? [{ row, ...is }] : [];
  });
  return groupBy(cells, ({ row }) => String(row)).map((ofRow) => {
    const { row } = ofRow[0]!;
    const study = excerpt(slips.text(row, "study"));
    return found(slips, {
      check: "percentage",
      severity: "wrong",
      message: `${study}: ${ofRow.map(({ percent }) => figure(percent)).join(" and ")} is no number of events, but a percentage of the arm that gives a whole number.`,
      why: "Numbers of participants with the event are needed; the row is in no result until they are there.",
      rows: [row],
      columns: ofRow.map(({ column }) => column),
      remedies: [
        {
          id: "from-percent",
          label: "They are percentages: compute the numbers",
          changes: ofRow.map(({ column, events }) => setCell(slips, row, column, events)),
          derivation: ofRow.map(
            ({ column, percent, n, events }) =>
              `${study}, ${slips.header(column)}: ${figure(percent)}% of ${n} = ${figure((percent * n) / 100)}, so ${events}`,
          ),
          sentence: `Numbers of events of ${study} were computed from percentages.`,
        },
      ],
    });
  });
}

/** Every arm of an outcome has 100 participants: what stands for events are percentages. */
function outOfHundred(slips: Slips): Finding[] {
  const counts = slips.placed.filter(({ row }) => row.data.kind === "counts");
  return groupBy(counts, ({ row }) => row.outcome).flatMap((group) => {
    const isAll = group.every(({ row: { data } }) => data.n1i === 100 && data.n2i === 100);
    if (group.length < FEWEST || !isAll) return [];
    return found(slips, {
      check: "out-of-hundred",
      severity: "doubtful",
      message: `“${excerpt(group[0]!.row.outcome)}”: every arm of ${group.length} rows has 100 participants. Percentages may have been typed as numbers of events.`,
      why: "The weights of the studies come from their sizes: with percentages all weigh the same, and the interval is that of studies of 200.",
      rows: group.map(({ index }) => index),
      columns: ["ai", "n1i", "ci", "n2i"],
    });
  });
}
