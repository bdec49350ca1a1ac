import { excerpt } from "../../data/excerpt";
import type { TidyColumn } from "../../data/tidy";
import { tidyColumn } from "../../data/tidy";
import type { Finding, Remedy } from "../../model/finding";
import { isReason, seFromInterval } from "../../stats/index";
import { found, setCell } from "./found";
import { type Check, groupBy, keyOf, type Slips } from "./slips";
import { rounded } from "./spreadsDisagree";
import { figure, studyNames } from "./text";

const COARSE = 0.2; // half a unit of the last digit, as a share of the value

/** Standard errors, variances and SDs whose rounding took their value away, or most of what it says. */
export const roundedSpread: Check = (slips) => [...roundedAway(slips), ...coarse(slips)];

function roundedAway(slips: Slips): Finding[] {
  return slips.reading.errors.flatMap(({ code, where }): Finding[] => {
    const row = (where.row ?? 0) - 2;
    const column = tidyColumn(where.column ?? "");
    if (row < 0 || !column || !SPREAD_FAULTS.has(code)) return [];
    const text = slips.text(row, column);
    const number = rounded(text);
    if (number?.value !== 0 || number.half === 0) return [];
    const study = excerpt(slips.text(row, "study"));
    return [
      found(slips, {
        check: "rounded-to-zero",
        severity: "wrong",
        message: `${study}: “${text}” in “${slips.header(column)}” is a rounded number, not zero: it lies below ${figure(number.half)}.`,
        why: "A study with a spread of zero would have all the weight, so that it is in no result. Look up more digits, or compute them from what else was reported.",
        rows: [row],
        columns: [column],
        remedies: fromInterval(slips, row, column),
      }),
    ];
  });
}

const SPREAD_FAULTS = new Set(["variance-not-positive", "sd-not-positive"]);

function fromInterval(slips: Slips, row: number, column: TidyColumn): Remedy[] {
  const [lb, ub] = [rounded(slips.text(row, "ciLb")), rounded(slips.text(row, "ciUb"))];
  if (!lb || !ub || (column !== "vi" && column !== "sei")) return [];
  const se = seFromInterval({ ciLb: lb.value, ciUb: ub.value }, 0.95, null);
  if (isReason(se)) return [];
  const study = excerpt(slips.text(row, "study"));
  return [
    {
      id: "from-interval",
      label: "Compute it from the confidence limits",
      changes: [setCell(slips, row, column, column === "vi" ? se ** 2 : se)],
      derivation: [
        `${study}: SE = (${figure(ub.value)} − ${figure(lb.value)}) ÷ (2 × 1.96) = ${figure(se)}${column === "vi" ? `, variance = ${figure(se ** 2)}` : ""}`,
      ],
      sentence: `The standard error of ${study} was computed from its 95% confidence limits.`,
    },
  ];
}

function coarse(slips: Slips): Finding[] {
  const rows = slips.placed.flatMap((placed) => {
    if (placed.row.data.kind !== "given") return [];
    const column = slips.text(placed.index, "vi") === "" ? ("sei" as const) : ("vi" as const);
    const number = rounded(slips.text(placed.index, column));
    return number && number.half >= COARSE * number.value ? [{ ...placed, column, ...number }] : [];
  });
  return groupBy(rows, ({ row, column }) => keyOf(row.outcome, column)).map((group) => {
    const { column, row, value, half } = group.reduce((a, b) => (b.half / b.value > a.half / a.value ? b : a));
    const times = ((value + half) / (value - half)) ** (column === "vi" ? 1 : 2);
    return found(slips, {
      check: "coarse-spread",
      severity: "note",
      message: `${studyNames(group)}: “${slips.header(column)}” has few digits. ${figure(value)} of ${excerpt(row.studyId)} may be anything from ${figure(value - half)} to ${figure(value + half)}.`,
      why: `The weight of a study may be off by a factor of up to ${figure(times)}.`,
      rows: group.map(({ index }) => index),
      columns: [column],
    });
  });
}
