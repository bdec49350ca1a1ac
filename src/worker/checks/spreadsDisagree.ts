import { parseNumber } from "../../data/numbers";
import type { TidyColumn } from "../../data/tidy";
import { qnorm } from "../../stats/index";
import { found, setCell } from "./found";
import type { Check, PlacedRow, Slips } from "./slips";
import { figure, rowName } from "./text";

const Z95 = qnorm(0.975);
const TOLERATED = 1.3; // limits may be those of a t distribution, or rounded

/** A row whose variance, standard error and confidence limits do not say the same. */
export const spreadsDisagree: Check = (slips) =>
  slips.placed.flatMap((placed) => {
    const { row, index } = placed;
    if (row.data.kind !== "given") return [];
    const said = saidOf(slips, placed);
    const [first] = said;
    if (!first) return [];
    const others = said.slice(1).filter(({ lowest, highest }) => lowest > first.highest || highest < first.lowest);
    if (others.length === 0) return [];
    const all = [first, ...others];
    return found(slips, {
      check: "spreads-disagree",
      severity: "wrong",
      message: `${rowName(row)}: ${all.map(({ words, se }) => `by its ${words} the standard error is ${figure(se)}`).join(", ")}.`,
      why: `They should say the same. The ${first.words} is used, so that the weight of the study depends on it: one of them may be typed in the other’s place.`,
      rows: [index],
      columns: all.flatMap(({ columns }) => columns),
      remedies: others.map(({ words, se }, i) => ({
        id: `by-${i}`,
        label: `Use the ${words}`,
        changes: [
          setCell(slips, index, "sei", se),
          ...(slips.text(index, "vi") === "" ? [] : [setCell(slips, index, "vi", se ** 2)]),
        ],
        derivation: [`${rowName(row)}: SE = ${figure(se)}, from the ${words}`],
        sentence: `The standard error of ${rowName(row)} was taken from its ${words}, with which other cells disagreed.`,
      })),
    });
  });

/** What one of the spreads of a row says of its standard error; rounding leaves a range. */
interface Said {
  readonly words: string;
  readonly columns: readonly TidyColumn[];
  readonly se: number;
  readonly lowest: number;
  readonly highest: number;
}

/** In the order in which they are used. */
function saidOf(slips: Slips, { index }: PlacedRow): Said[] {
  const cell = (column: TidyColumn) => rounded(slips.text(index, column));
  const [vi, sei, lb, ub] = [cell("vi"), cell("sei"), cell("ciLb"), cell("ciUb")];
  const said: Said[] = [];
  const say = (words: string, columns: readonly TidyColumn[], se: number, lowest: number, highest: number) =>
    se > 0 && said.push({ words, columns, se, lowest, highest });
  if (vi) {
    const root = (x: number) => Math.sqrt(Math.max(0, x));
    say("variance", ["vi"], root(vi.value), root(vi.value - vi.half), root(vi.value + vi.half));
  }
  if (sei) say("standard error", ["sei"], sei.value, sei.value - sei.half, sei.value + sei.half);
  if (lb && ub) {
    const [width, half] = [(ub.value - lb.value) / (2 * Z95), (lb.half + ub.half) / (2 * Z95)];
    say("confidence limits", ["ciLb", "ciUb"], width, (width - half) / TOLERATED, (width + half) * TOLERATED);
  }
  return said;
}

/** A written number with half a unit of its last digit; null where there is none. */
export function rounded(text: string): { readonly value: number; readonly half: number } | null {
  const value = parseNumber(text, true);
  if (value === null) return null;
  const [digits = "", exponent = "0"] = text.toLowerCase().split("e");
  const decimals = /[.,](\d*)$/.exec(digits)?.[1]?.length ?? 0;
  // A whole number may be exact.
  return { value, half: decimals === 0 ? 0 : 0.5 * 10 ** (Number(exponent) - decimals) };
}
