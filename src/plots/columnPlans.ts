import type { Look } from "../model/look";
import type { Row } from "../model/study";
import { measureText } from "../scene/measureText";
import { type ArmDetail, armColumns, chosenArms } from "./armColumns";
import { type DataColumn, dataColumns } from "./dataColumns";
import type { ForestInput } from "./forestInput";
import type { MeasuredColumn } from "./placedColumns";
import { type BiasColumn, biasColumns, chosenBias } from "./riskOfBias";
import { perSample, type Sample } from "./sample";

/** Columns that a figure may show, where its interval panel keeps enough room beside them. */
export interface Plan {
  readonly cells: readonly MeasuredColumn[];
  readonly bias: readonly BiasColumn[];
  readonly weight: boolean;
  /** Names and arms' heads are cut short. */
  readonly tight: boolean;
  /** Least width of the interval panel in CSS pixels that makes this the choice. */
  readonly panel: number;
}

interface Choice extends Pick<Plan, "weight" | "tight" | "panel"> {
  readonly bias: "all" | "overall" | "none";
  readonly arms: ArmDetail;
}

const MIN_PANEL = 200;
const AMPLE_PANEL = 330; // all risk-of-bias domains are shown only where the panel keeps this much
const MAX_CELL = 150;
const MAX_HEAD = 130;

/** What is left out or cut short, in this order, until the interval panel has room: the least important first. */
const CHOICES: readonly Choice[] = [
  { bias: "all", arms: "full", weight: true, tight: false, panel: AMPLE_PANEL },
  { bias: "overall", arms: "full", weight: true, tight: false, panel: MIN_PANEL },
  { bias: "overall", arms: "full", weight: true, tight: true, panel: MIN_PANEL },
  { bias: "overall", arms: "some", weight: true, tight: true, panel: MIN_PANEL },
  { bias: "overall", arms: "none", weight: true, tight: false, panel: MIN_PANEL },
  { bias: "none", arms: "none", weight: true, tight: true, panel: MIN_PANEL },
  { bias: "none", arms: "none", weight: false, tight: true, panel: Number.NEGATIVE_INFINITY },
];

const measuredCells = perSample<readonly MeasuredColumn[]>();

/** The sets of columns to be tried, the richest first: what suits the data, or what the reader chose. */
export function* columnPlans(
  input: ForestInput,
  { rows }: Sample,
  size: number,
  chosen: Look["columns"],
): Generator<Plan, void> {
  const key = [input.analysis.measure.measure, size, ...(chosen ?? ["automatic"])].join("\n");
  const cells = measuredCells(rows, key, () =>
    (chosen ? dataColumns(chosen, input, rows) : armColumns(input, rows)).map((column) => measured(column, rows, size)),
  );
  if (chosen) return yield* chosenPlans(chosen, cells, input);
  for (const { bias, arms, ...choice } of CHOICES) {
    const judged = bias === "none" ? [] : biasColumns(input.descriptor, bias);
    yield { ...choice, cells: chosenArms(cells, arms), bias: judged };
  }
}

/** All that was chosen; then with names cut short; then without the last column, and so on. */
function* chosenPlans(
  chosen: readonly string[],
  cells: readonly MeasuredColumn[],
  { descriptor }: ForestInput,
): Generator<Plan, void> {
  for (let kept = chosen.length; kept >= 0; kept--) {
    const keys = chosen.slice(0, kept);
    const plan = {
      cells: cells.filter(({ key }) => keys.includes(key)),
      bias: chosenBias(descriptor, keys),
      weight: keys.includes("weight"),
      panel: kept === 0 ? Number.NEGATIVE_INFINITY : MIN_PANEL,
    };
    if (kept === chosen.length) yield { ...plan, tight: false, panel: MIN_PANEL };
    yield { ...plan, tight: true };
  }
}

function measured(column: DataColumn, rows: readonly Row[], size: number): MeasuredColumn {
  const widest = rows.reduce((most, row) => Math.max(most, measureText(column.text(row), size)), 0);
  const head = measureText(column.head, size, column.arm === null ? "bold" : undefined);
  const width = Math.max(Math.min(MAX_CELL, widest), column.arm === null ? Math.min(MAX_HEAD, head) : head);
  return { ...column, width: column.arm === null ? Math.ceil(width) : width };
}
