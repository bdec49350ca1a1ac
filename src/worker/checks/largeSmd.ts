import type { OutcomeInfo } from "../../model/descriptor";
import { effectOfRow } from "./effectOfRow";
import { found } from "./found";
import { armsOf, meansRows, sdFromSeRemedy } from "./seAsSd";
import type { Check, PlacedRow, Slips } from "./slips";
import { figure, rowName } from "./text";

const LARGE = 3;
const USUAL = 1.5; // up to which size an SMD is believed to be the right one
const STANDARDISED = /standardi[sz]ed mean|smd|hedges|cohen/i;

/** Standardised mean differences that no treatment has: more than three SDs. */
export const largeSmd: Check = (slips) => [
  ...meansRows(slips).flatMap((placed) => {
    const effect = effectOfRow(slips, placed, "SMD");
    if (!effect || Math.abs(effect.yi) <= LARGE) return [];
    const { m1i, m2i, sd1i, sd2i, n1i, n2i } = placed.data;
    const asSe = (m1i - m2i) / Math.sqrt((sd1i ** 2 * n1i + sd2i ** 2 * n2i) / 2);
    const remedies = Math.abs(asSe) <= USUAL ? [sdFromSeRemedy(slips, [{ placed, arms: armsOf(placed.data) }])] : [];
    return [large(slips, placed, effect.yi, remedies)];
  }),
  ...slips.placed.flatMap((placed) => {
    const { data, outcome } = placed.row;
    const given = slips.outcome(outcome).given;
    return data.kind === "given" && isStandardised(given) && Math.abs(data.yi) > LARGE
      ? [large(slips, placed, data.yi, [])]
      : [];
  }),
];

/** True where a given effect is in SDs, by its name. */
export function isStandardised(given: OutcomeInfo["given"]): boolean {
  return given !== null && STANDARDISED.test(`${given.name} ${given.short}`);
}

function large(slips: Slips, placed: PlacedRow, smd: number, remedies: Parameters<typeof found>[1]["remedies"] = []) {
  return found(slips, {
    check: "large-smd",
    severity: "doubtful",
    message: `${rowName(placed.row)}: a standardised mean difference of ${figure(smd)} is hardly ever real.`,
    why: "The arms would barely overlap. Most often a standard error was typed as an SD, a decimal point is missing, or the scale runs the other way.",
    rows: [placed.index],
    columns: placed.row.data.kind === "means" ? ["m1i", "sd1i", "m2i", "sd2i"] : ["yi"],
    remedies,
  });
}
