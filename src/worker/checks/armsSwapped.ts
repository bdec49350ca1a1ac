import type { TidyColumn } from "../../data/tidy";
import type { Finding, Remedy } from "../../model/finding";
import { runsAgainst } from "../../model/study";
import { TAU2 } from "../../stats/index";
import { effectOfRow } from "./effectOfRow";
import { found, setCell } from "./found";
import { type Check, cellKey, groupBy, type PlacedRow, type Slips } from "./slips";
import { figure, rowName } from "./text";

const FEWEST = 5;
const MOST = 200; // rows of a cell: each is held against all others
const AGREEING = 0.8; // of the other studies, on one side
const FAR = 2.5; // SDs of what another study may show
const NEAR = 1.5;

interface Effect extends PlacedRow {
  readonly yi: number;
  readonly vi: number;
}

/** A study that shows the opposite of all others, and just their effect once its sign is turned. */
export const armsSwapped: Check = (slips) =>
  groupBy(slips.placed, cellKey).flatMap((cell) => {
    if (cell.length < FEWEST || cell.length > MOST) return [];
    const effects = cell.flatMap((placed): Effect[] => {
      const effect = effectOfRow(slips, placed);
      return effect ? [{ ...placed, ...effect }] : [];
    });
    return effects.filter((one) => isMirrored(one, effects)).map((one) => swapped(slips, one));
  });

function isMirrored({ yi, vi, row }: Effect, effects: readonly Effect[]): boolean {
  const others = effects.filter((other) => other.row.studyId !== row.studyId);
  const opposite = others.filter((other) => Math.sign(other.yi) === -Math.sign(yi)).length;
  if (others.length < FEWEST - 1 || opposite < AGREEING * others.length) return false;
  const variances = others.map((other) => other.vi);
  const values = others.map((other) => other.yi);
  const { tau2 } = TAU2.DL(values, variances);
  const weights = variances.map((v) => 1 / (v + tau2));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mu = values.reduce((sum, y, i) => sum + y * weights[i]!, 0) / total;
  const sd = Math.sqrt(vi + tau2 + 1 / total);
  const isClear = Math.abs(yi) > 1.96 * Math.sqrt(vi);
  return isClear && Math.abs(yi - mu) > FAR * sd && Math.abs(-yi - mu) < NEAR * sd;
}

const MIRRORED: readonly (readonly [TidyColumn, TidyColumn])[] = [
  ["m1i", "m2i"],
  ["sd1i", "sd2i"],
  ["n1i", "n2i"],
  ["ai", "ci"],
];

function swapped(slips: Slips, one: Effect): Finding {
  const { row, index, yi } = one;
  return found(slips, {
    check: "arms-swapped",
    severity: "doubtful",
    message: `${rowName(row)}: its effect of ${figure(yi)} points the other way than that of nearly all other studies, and would fit them with its sign turned.`,
    why: "The arms may have been typed in each other’s place, or the scale may run the other way. Either pulls the result towards no effect and makes the studies disagree.",
    rows: [index],
    columns: row.data.kind === "given" ? ["yi"] : MIRRORED.flat().filter((column) => slips.text(index, column) !== ""),
    remedies: [swapRemedy(slips, one), ...turnRemedy(slips, one)],
  });
}

function swapRemedy(slips: Slips, { row, index }: PlacedRow): Remedy {
  const cell = (column: TidyColumn) => slips.text(index, column);
  const negated = (text: string) =>
    /^[-\u2212]/.test(text) ? text.slice(1) : text === "" ? "" : `-${text.replace(/^\+/, "")}`;
  const arms = MIRRORED.filter(([one, other]) => cell(one) !== "" || cell(other) !== "");
  const changes = [
    ...arms.flatMap(([one, other]) => [
      setCell(slips, index, one, cell(other)),
      setCell(slips, index, other, cell(one)),
    ]),
    ...(cell("yi") === "" ? [] : [setCell(slips, index, "yi", negated(cell("yi")))]),
    ...(cell("ciLb") === "" && cell("ciUb") === ""
      ? []
      : [setCell(slips, index, "ciLb", negated(cell("ciUb"))), setCell(slips, index, "ciUb", negated(cell("ciLb")))]),
  ];
  return {
    id: "swap-arms",
    label: "Swap the arms",
    changes,
    derivation: changes.map((change) =>
      change.kind === "cell"
        ? `${rowName(row)}: ${change.column} becomes ${change.value.replace("-", "−") || "empty"}`
        : "",
    ),
    sentence: `The two arms of ${rowName(row)} were swapped, as they were taken to have been entered in each other’s place.`,
  };
}

/** Events have no direction; everything else may have been measured on a scale that runs the other way. */
function turnRemedy(slips: Slips, { row, index }: PlacedRow): Remedy[] {
  if (row.data.kind === "counts") return [];
  const outcome = slips.outcome(row.outcome);
  const isTurned = runsAgainst(row, outcome);
  const better = isTurned === (outcome.better === "lower") ? "lower" : "higher";
  return [
    {
      id: "turn-scale",
      label: `On its scale, ${better} is better`,
      changes: [setCell(slips, index, "better", better)],
      derivation: [`${rowName(row)}: better becomes “${better}”, which turns the sign of the effect`],
      sentence: `The scale of ${rowName(row)} was taken to run so that ${better} is better.`,
    },
  ];
}
