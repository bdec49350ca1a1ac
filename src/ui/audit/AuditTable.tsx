import type { AuditRow } from "../../model/audit";
import type { ExportedAnalysis } from "../../model/exportedAnalysis";
import type { Held } from "../../state/appState";
import {
  AUDIT_QUANTITY_NAMES,
  AUDIT_VERDICTS,
  auditDifference,
  auditExplanation,
  auditNumber,
  auditPartName,
} from "../../words/audit";
import { unbroken } from "../../words/unbroken";
import { useServices } from "../appContext";
import { Icon } from "../Icon";
import styles from "./AuditView.module.css";
import { askAnalysis } from "./askAnalysis";
import type { AuditSort } from "./auditLines";

type SortKey = NonNullable<AuditSort>["by"];

const HEADS: readonly (readonly [SortKey, string])[] = [
  ["part", "Part"],
  ["quantity", "Quantity"],
  ["verdict", "Verdict"],
  ["exported", "Exported"],
  ["ours", "Ours"],
  ["difference", "Difference"],
];

interface Props {
  readonly lines: readonly AuditRow[];
  readonly sort: AuditSort;
  readonly onSort: (by: SortKey) => void;
  readonly held: Held;
  readonly exported: readonly ExportedAnalysis[];
}

/** A line per number; the name of an analysis opens it on the page under its own settings. */
export function AuditTable({ lines, sort, onSort, held, exported }: Props) {
  const { actions } = useServices();
  const byId = new Map(exported.map((analysis) => [analysis.id, analysis]));

  function open(analysis: ExportedAnalysis): void {
    const asked = askAnalysis(analysis, held.dataset);
    if (!asked) return;
    actions.analyseBy(asked.model, asked.selection);
    actions.show("forest");
    // The button that had the focus is gone with the table.
    document.getElementById("tab-forest")?.focus();
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can scroll it
    <section className={styles["scroll"]} aria-label="Exported numbers beside ours" tabIndex={0}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">Analysis</th>
            {HEADS.map(([by, name]) => (
              <th key={by} scope="col" aria-sort={ariaSort(sort, by)}>
                <button type="button" onClick={() => onSort(by)}>
                  {name}
                  <span aria-hidden="true">{sort?.by === by ? (sort.descending ? " ↓" : " ↑") : ""}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => {
            const analysis = byId.get(line.analysis);
            // Named once where its numbers follow each other.
            const isFirst = lines[i - 1]?.analysis !== line.analysis;
            return (
              <tr key={keyOf(line)} data-first={isFirst}>
                <th scope="row">
                  {isFirst && analysis ? (
                    <button type="button" className={styles["open"]} onClick={() => open(analysis)}>
                      {line.analysis} {analysis.name}
                    </button>
                  ) : (
                    <span className={styles["again"]}>{line.analysis}</span>
                  )}
                </th>
                <td>{auditPartName(line.part)}</td>
                <td>{AUDIT_QUANTITY_NAMES[line.quantity]}</td>
                <td className={styles["verdict"]} data-verdict={line.verdict}>
                  <span>
                    <Icon name={line.verdict === "unexplained" ? "close" : "done"} />
                    {AUDIT_VERDICTS[line.verdict]}
                  </span>
                  <small>{unbroken(auditExplanation(line))}</small>
                </td>
                <td className={styles["number"]}>{auditNumber(line.exported)}</td>
                <td className={styles["number"]}>{auditNumber(line.ours)}</td>
                <td className={styles["number"]}>{auditDifference(line)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function ariaSort(sort: AuditSort, by: SortKey): "ascending" | "descending" | "none" {
  if (sort?.by !== by) return "none";
  return sort.descending ? "descending" : "ascending";
}

function keyOf({ analysis, part, quantity }: AuditRow): string {
  return [analysis, part.kind, part.kind === "subgroup" ? part.name : "", quantity].join("\u0000");
}
