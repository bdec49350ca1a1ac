import { max } from "d3";
import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { isOfMeans } from "../model/measure";
import type { ArmData, Row } from "../model/study";
import { measureText } from "../scene/measureText";
import { formatInteger, formatNumber } from "../words/number";
import { upperFirst } from "../words/phrase";

/** A column of one arm's data; `text` is "" for rows with data of another kind. */
export interface ArmColumn {
  readonly arm: 1 | 2;
  readonly head: string;
  readonly text: (row: Row) => string;
  /** Width of its widest text in CSS pixels. */
  readonly width: number;
}

/** How much of the arms' data a figure shows; `some` leaves out the n beside means. */
export type ArmDetail = "full" | "some" | "none";

/** Arms' columns in their place, and the heads that span each arm. */
export interface PlacedArms {
  readonly columns: readonly (ArmColumn & { readonly right: number })[];
  readonly spans: readonly { readonly text: string; readonly left: number; readonly right: number }[];
  readonly right: number;
}

type Unmeasured = Omit<ArmColumn, "width">;

const ARMS = [1, 2] as const;
const MOST_DECIMALS = 2;
const GAP = 14; // px between columns
const ARM_GAP = 20;
const MAX_SPAN_GROWTH = 56; // px that a long arm's name may widen its columns

/**
 * Columns of the arms' data: mean (SD) and n, or events and total; none for effects given ready made.
 *
 * @param sample rows from which decimals and widths are taken.
 */
export function armColumns({ measure }: Analysis, sample: readonly Row[], size: number): readonly ArmColumn[] {
  if (measure.measure === "GEN") return [];
  const digits = decimalsOf(sample);
  const isMeans = isOfMeans(measure.measure);
  const columns = ARMS.flatMap((arm) =>
    isMeans ? [means(arm, digits), people(arm, "n")] : [events(arm), people(arm, "total")],
  );
  return columns.map((column) => {
    const widest = max(sample, (row) => measureText(column.text(row), size)) ?? 0;
    return { ...column, width: Math.max(widest, measureText(column.head, size)) };
  });
}

/** Those of the columns that a level of detail keeps. */
export function chosenArms(columns: readonly ArmColumn[], detail: ArmDetail): readonly ArmColumn[] {
  if (detail === "none") return [];
  return detail === "some" ? columns.filter(({ head }) => head !== "n") : columns;
}

/** Sets the columns side by side from `from` px on; arms' names may widen them unless `tight`. */
export function placeArms(
  { arms }: Descriptor,
  columns: readonly ArmColumn[],
  from: number,
  { size, tight }: { readonly size: number; readonly tight: boolean },
): PlacedArms {
  let x = from;
  const placed: PlacedArms["columns"][number][] = [];
  const spans: PlacedArms["spans"][number][] = [];
  for (const arm of columns.length > 0 ? ARMS : []) {
    const own = columns.filter((column) => column.arm === arm);
    const natural = own.reduce((sum, { width }) => sum + width + GAP, -GAP);
    const text = upperFirst(arm === 1 ? arms.intervention : arms.control);
    const missing = Math.max(0, measureText(text, size, "bold") - natural);
    const left = x + ARM_GAP;
    x = left + (tight ? 0 : Math.min(MAX_SPAN_GROWTH, missing)) - GAP;
    for (const column of own) {
      x += GAP + column.width;
      placed.push({ ...column, right: x });
    }
    spans.push({ text, left, right: x });
  }
  return { columns: placed, spans, right: x };
}

function people(arm: 1 | 2, head: string): Unmeasured {
  return {
    arm,
    head,
    text: ({ data }) => {
      const n = arm === 1 ? data.n1i : data.n2i;
      return n === null ? "" : formatInteger(n);
    },
  };
}

function events(arm: 1 | 2): Unmeasured {
  return {
    arm,
    head: "events",
    text: ({ data }) => (data.kind === "counts" ? formatInteger(arm === 1 ? data.ai : data.ci) : ""),
  };
}

function means(arm: 1 | 2, digits: number): Unmeasured {
  return { arm, head: "mean (SD)", text: ({ data }) => meanText(data, arm, digits) };
}

function meanText(data: ArmData, arm: 1 | 2, digits: number): string {
  if (data.kind !== "means") return "";
  const [mean, sd] = arm === 1 ? [data.m1i, data.sd1i] : [data.m2i, data.sd2i];
  return `${formatNumber(mean, digits)} (${formatNumber(sd, digits)})`;
}

/** Decimals that the data were given with, at most two: more than that says nothing to a reader. */
function decimalsOf(sample: readonly Row[]): number {
  const values = sample.flatMap(({ data }) =>
    data.kind === "means" ? [data.m1i, data.sd1i, data.m2i, data.sd2i] : [],
  );
  const needed = (v: number) =>
    [0, 1].find((digits) => Math.abs(v - Number(v.toFixed(digits))) < 1e-9) ?? MOST_DECIMALS;
  return values.reduce((most, v) => Math.max(most, needed(v)), 0);
}
