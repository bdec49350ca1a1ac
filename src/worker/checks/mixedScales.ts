import { excerpt } from "../../data/excerpt";
import type { Finding } from "../../model/finding";
import { found } from "./found";
import { median } from "./robust";
import { armsOf, type MeansRow, meansRows } from "./seAsSd";
import { type Check, groupBy, instrumentOf, type Slips } from "./slips";
import { figure, listed, studyNames } from "./text";

const APART = 6; // times that SDs of one scale do not differ by
const FEWEST = 3;

/** An outcome whose means are of several scales: their differences have no common unit. */
export const mixedScales: Check = (slips) =>
  groupBy(meansRows(slips), ({ row }) => row.outcome).flatMap((group) => {
    const { name, measure } = slips.outcome(group[0]!.row.outcome);
    const isPlain = measure === "MD";
    const instruments = [...new Set(group.map(instrumentOf))].filter((instrument) => instrument !== "");
    if (isPlain && instruments.length > 1) return [byInstrument(slips, group, name, instruments)];
    const odd = bySpread(group);
    return odd ? [told(slips, name, odd, isPlain)] : [];
  });

function byInstrument(slips: Slips, group: readonly MeansRow[], name: string, instruments: readonly string[]): Finding {
  return found(slips, {
    check: "mixed-scales",
    severity: "doubtful",
    message: `“${excerpt(name)}” is pooled as a mean difference, but measured with ${instruments.length} instruments: ${listed(instruments.slice(0, 4).map(excerpt))}${instruments.length > 4 ? " …" : ""}.`,
    why: "A point of one scale is not a point of another. Choose the standardised mean difference, or give each instrument an outcome of its own.",
    rows: group.map(({ index }) => index),
    columns: ["m1i", "m2i"],
  });
}

interface Odd {
  readonly rows: readonly MeansRow[];
  readonly usual: number;
  readonly theirs: number;
}

/** Studies whose SDs and means are many times those of the others; null where there are none. */
function bySpread(group: readonly MeansRow[]): Odd | null {
  const scale = ({ data }: MeansRow) => {
    const [a, b] = armsOf(data);
    return Math.sqrt((a.sd ** 2 + b.sd ** 2) / 2);
  };
  if (new Set(group.map(({ row }) => row.studyId)).size < FEWEST) return null;
  const usual = median(group.map(scale));
  const level = median(group.map(({ data }) => Math.max(Math.abs(data.m1i), Math.abs(data.m2i))));
  const isOdd = (row: MeansRow, times: number) => {
    const mean = Math.max(Math.abs(row.data.m1i), Math.abs(row.data.m2i));
    return times > 1 ? scale(row) > APART * usual && mean > 3 * level : scale(row) < usual / APART && mean < level / 3;
  };
  const rows = group.filter((row) => isOdd(row, APART) || isOdd(row, 1 / APART));
  return rows.length > 0 ? { rows, usual, theirs: median(rows.map(scale)) } : null;
}

function told(slips: Slips, name: string, { rows, usual, theirs }: Odd, isPlain: boolean) {
  return found(slips, {
    check: "mixed-scales",
    severity: isPlain ? "doubtful" : "note",
    message: `${studyNames(rows)}: means and SDs of “${excerpt(name)}” are of another size than the others’ (SDs about ${figure(theirs)}, usually ${figure(usual)}), as on another scale or in another unit.`,
    why: isPlain
      ? "Mean differences of several scales have no common unit. Choose the standardised mean difference, or bring them to one unit."
      : "The standardised mean difference allows for it; the mean difference would not.",
    rows: rows.map(({ index }) => index),
    columns: ["m1i", "sd1i", "m2i", "sd2i"],
  });
}
