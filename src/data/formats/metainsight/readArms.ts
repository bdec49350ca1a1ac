import type { ColumnInfo } from "../../../model/descriptor";
import { ASSUMED } from "../../drafts";
import { excerpt } from "../../excerpt";
import { type ArmRecord, armsToContrasts, INTERVENTION, usualReference } from "../armsToContrasts";
import type { FormatReading, OpenedTable } from "../format";
import { assumptions } from "../results/names";
import { tidyCsv } from "../tidyRecords";

/** A table of arms as contrasts with the usual reference among its arms, grouped by intervention. */
export function readArms(
  format: string,
  table: OpenedTable,
  arms: readonly ArmRecord[],
  furtherHeader: readonly string[],
): FormatReading {
  const reference = usualReference(arms);
  const judged = furtherHeader.map(
    (name, i) => /^rob([\s._]|$)/i.test(name) && arms.every((arm) => isRated(arm.further[i])),
  );
  const { records, notes } = armsToContrasts(
    arms.map((arm) => ({ ...arm, further: arm.further.map((cell, i) => (judged[i] ? judgement(cell) : cell)) })),
    reference,
  );
  const first = records[0]?.cells;
  if (!first) return { kind: "refused", errors: [noContrasts()] };
  const csv = tidyCsv(records, [INTERVENTION, ...furtherHeader], table);
  const outcomes = [...new Set(records.map(({ cells }) => cells.outcome || ASSUMED.outcome))];
  const interventions = [...new Set(records.map(({ further }) => further[0]!))];
  const described = {
    arms: { intervention: interventions.length === 1 ? interventions[0]! : "intervention", control: reference },
    outcomes: outcomes.map((name) => ({ name })),
    columns: [INTERVENTION_COLUMN, ...furtherHeader.flatMap((name, i) => (judged[i] ? [judgementColumn(name)] : []))],
    defaults: {
      outcome: outcomes[0]!,
      timepoint: first.timepoint || ASSUMED.timepoint,
      compareBy: interventions.length > 1 ? INTERVENTION : null,
      preset: "cochrane",
    },
  } as const;
  return {
    kind: "tidy",
    format,
    table: csv,
    described,
    exported: [],
    notes: [comparedWith(reference), ...notes, ...assumptions(csv.header)],
  };
}

const INTERVENTION_COLUMN = { name: INTERVENTION, title: INTERVENTION, type: "category", riskOfBias: null } as const;

/** MetaInsight writes 1, 2 and 3 for judgements. */
function judgement(cell: string): string {
  return cell === "1" ? "Low risk" : cell === "2" ? "Some concerns" : cell === "3" ? "High risk" : cell;
}

function isRated(cell: string | undefined): boolean {
  return ["", "1", "2", "3"].includes(cell ?? "");
}

/** "rob.blinding_(outcomes)" judges the domain "Blinding (outcomes)"; "rob" alone is the overall judgement. */
function judgementColumn(name: string): ColumnInfo {
  const words = name.replace(/^rob[\s._]*/i, "").replace(/_/g, " ");
  const domain = words.charAt(0).toUpperCase() + words.slice(1);
  const isOverall = domain === "";
  const title = isOverall ? "Overall risk of bias" : domain;
  return { name, title, type: "category", riskOfBias: isOverall ? "overall" : domain };
}

const comparedWith = (reference: string) => ({
  code: "compared-with",
  message: `Each arm is compared with “${excerpt(reference)}”, the control or else the arm that most studies have.`,
  remedy: "Open the file by assigning its columns to compare with another arm.",
  where: { column: "comparator" },
});

const noContrasts = () => ({
  code: "no-contrasts",
  message: "No study has two different arms, so that there is nothing to compare.",
  remedy: "Give each study a row for each of its arms, with the same study name in all of them.",
  where: {},
});
