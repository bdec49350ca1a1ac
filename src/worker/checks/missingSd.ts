import { excerpt } from "../../data/excerpt";
import { parseNumber } from "../../data/numbers";
import type { Finding, Remedy, TableChange } from "../../model/finding";
import { type ArmReport, reportColumns, sharedReport } from "./armReport";
import { found, setCell } from "./found";
import { type Filled, meanAndSdOf, sdOfDifference } from "./sdFrom";
import type { Check, Slips } from "./slips";
import { listed } from "./text";

/** Rows of means without an SD, with what else the table has that gives one. */
export const missingSd: Check = (slips) => {
  const columns = reportColumns(slips.further);
  return slips.own.table.rows.flatMap((_, row): Finding[] => {
    const arms = ([1, 2] as const).map((arm) => armAt(slips, columns, row, arm));
    const [first, second] = arms;
    if (!first || !second || !arms.some(({ lacks }) => lacks)) return [];
    const study = excerpt(slips.text(row, "study"));
    const remedies = remediesFor(slips, row, study, [first, second], sharedReport(slips, columns, row));
    return [
      found(slips, {
        check: "missing-sd",
        severity: "wrong",
        message: `${study}: ${lacking([first, second])} not given.`,
        why:
          remedies.length > 0
            ? "The row is in no result without it, though other columns of the table tell it."
            : "The row is in no result without it. A standard error, confidence limits, quartiles, a range or a p-value of the trial’s report would tell it: add them as columns (“se1i”, “ci.lb1”, “q1_1”, “median1”, “q3_1”, “p”), and the SD is computed here.",
        rows: [row],
        columns: [first, second].flatMap(({ arm, sd, mean }) => [
          ...(sd === "" ? [arm === 1 ? ("sd1i" as const) : ("sd2i" as const)] : []),
          ...(mean === "" ? [arm === 1 ? ("m1i" as const) : ("m2i" as const)] : []),
        ]),
        remedies,
      }),
    ];
  });
};

/** One arm of a row as far as the table has it. */
interface ArmCells {
  readonly arm: 1 | 2;
  readonly mean: string;
  readonly sd: string;
  readonly n: number | null;
  readonly report: ArmReport;
  /** True where its SD is sought: there is a size, and a mean or what gives one. */
  readonly lacks: boolean;
}

function armAt(slips: Slips, columns: ReturnType<typeof reportColumns>, row: number, arm: 1 | 2): ArmCells {
  const mean = slips.text(row, arm === 1 ? "m1i" : "m2i");
  const sd = slips.text(row, arm === 1 ? "sd1i" : "sd2i");
  const n = parseNumber(slips.text(row, arm === 1 ? "n1i" : "n2i"), true);
  const report = columns.ofArm(slips, row, arm);
  return { arm, mean, sd, n, report, lacks: sd === "" && n !== null && (mean !== "" || report.median !== null) };
}

function lacking(arms: readonly ArmCells[]): string {
  const missing = (cells: readonly ArmCells[], word: string) => {
    const [only, another] = cells;
    if (!only) return [];
    return another ? [`the ${word}s of both arms`] : [`the ${word} of arm ${only.arm}`];
  };
  const means = arms.filter(({ mean }) => mean === "");
  const sds = arms.filter(({ sd }) => sd === "");
  const isOne = means.length + sds.length === 1;
  return `${listed([...missing(means, "mean"), ...missing(sds, "SD")])} ${isOne ? "is" : "are"}`;
}

function remediesFor(
  slips: Slips,
  row: number,
  study: string,
  arms: readonly [ArmCells, ArmCells],
  shared: ReturnType<typeof sharedReport>,
): Remedy[] {
  const missing = arms.filter(({ sd }) => sd === "");
  const each = missing.map(({ report, n, mean }) => meanAndSdOf(report, n, parseNumber(mean, true)));
  if (each.every((filled) => filled !== null)) return [remedy(slips, row, study, missing, each as Filled[])];
  const difference = sdOfDifference(
    arms.map(({ mean, n }) => ({ mean: parseNumber(mean, true), n })),
    shared,
  );
  return difference
    ? [
        remedy(
          slips,
          row,
          study,
          missing,
          missing.map(() => difference),
        ),
      ]
    : [];
}

function remedy(
  slips: Slips,
  row: number,
  study: string,
  arms: readonly ArmCells[],
  filled: readonly Filled[],
): Remedy {
  const changes = arms.flatMap(({ arm, mean }, i): TableChange[] => {
    const { sd, mean: estimated } = filled[i]!;
    return [
      setCell(slips, row, arm === 1 ? "sd1i" : "sd2i", sd),
      ...(mean === "" && estimated !== null ? [setCell(slips, row, arm === 1 ? "m1i" : "m2i", estimated)] : []),
    ];
  });
  const [{ from }] = filled as [Filled];
  return {
    id: "convert",
    label: `Compute from the ${from}`,
    changes,
    derivation: arms.map(({ arm }, i) => `${study}, arm ${arm}: ${filled[i]!.derivation}`),
    sentence: `${changes.length > arms.length ? "Means and SDs" : "SDs"} of ${study} were computed from the ${from}.`,
  };
}
