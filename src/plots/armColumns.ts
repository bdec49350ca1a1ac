import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { isOfMeans } from "../model/measure";
import type { ArmData, Row } from "../model/study";
import { formatInteger, formatNumber } from "../words/number";
import { upperFirst } from "../words/phrase";
import type { DataColumn } from "./dataColumns";

/** How much of the arms' data a figure shows; `some` leaves out the n beside means. */
export type ArmDetail = "full" | "some" | "none";

type Question = { readonly analysis: Analysis; readonly descriptor: Descriptor };
type Arm = 1 | 2;

const ARMS = [1, 2] as const;
const MOST_DECIMALS = 2;

/** What an arm is called over its columns: "US-NKT", "Control". */
export function armName({ arms }: Descriptor, arm: Arm): string {
  return upperFirst(arm === 1 ? arms.intervention : arms.control);
}

/**
 * Columns of the arms' data: mean (SD) and n, or events and total; none for effects given ready made.
 *
 * @param sample rows from which decimals are taken.
 */
export function armColumns({ analysis, descriptor }: Question, sample: readonly Row[]): readonly DataColumn[] {
  const { measure } = analysis.measure;
  if (measure === "GEN") return [];
  const isMeans = isOfMeans(measure);
  const digits = isMeans ? decimalsOf(sample) : 0;
  return ARMS.flatMap((arm) => [
    column(descriptor, arm, {
      ...{ key: `arm${arm}`, head: isMeans ? "mean (SD)" : "events" },
      sortBy: isMeans ? `m${arm}i` : arm === 1 ? "ai" : "ci",
      text: ({ data }) => (isMeans ? meanText(data, arm, digits) : eventsText(data, arm)),
    }),
    column(descriptor, arm, {
      ...{ key: `n${arm}`, head: isMeans ? "n" : "total", sortBy: `n${arm}i` },
      text: ({ data }) => peopleText(data, arm),
    }),
  ]);
}

/** Those of the columns that a level of detail keeps. */
export function chosenArms<Column extends DataColumn>(
  columns: readonly Column[],
  detail: ArmDetail,
): readonly Column[] {
  if (detail === "none") return [];
  return detail === "some" ? columns.filter(({ head }) => head !== "n") : columns;
}

function column(
  descriptor: Descriptor,
  arm: Arm,
  own: Pick<DataColumn, "key" | "head" | "sortBy" | "text">,
): DataColumn {
  return { ...own, arm, anchor: "end", name: `${armName(descriptor, arm)} ${own.head}` };
}

function peopleText(data: ArmData, arm: Arm): string {
  const n = arm === 1 ? data.n1i : data.n2i;
  return n === null ? "" : formatInteger(n);
}

function eventsText(data: ArmData, arm: Arm): string {
  return data.kind === "counts" ? formatInteger(arm === 1 ? data.ai : data.ci) : "";
}

function meanText(data: ArmData, arm: Arm, digits: number): string {
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
