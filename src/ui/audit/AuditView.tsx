import { useMemo, useState } from "react";
import { slug } from "../../export/fileName";
import { toCsv } from "../../export/tableText";
import type { AuditRow } from "../../model/audit";
import type { AskedOf } from "../../model/exploration";
import type { ExportedAnalysis } from "../../model/exportedAnalysis";
import type { Held } from "../../state/appState";
import { auditNote, auditSummary } from "../../words/audit";
import { formatInteger } from "../../words/number";
import { useApp } from "../appContext";
import { saveFile } from "../saveFile";
import { useExplored } from "../useExplored";
import { AuditTable } from "./AuditTable";
import styles from "./AuditView.module.css";
import { type AuditSort, auditLines, nextAuditSort, type Shown } from "./auditLines";
import { auditTable } from "./auditTable";

const PAGE = 200; // lines drawn at once

/** Exported results beside ours, analysis by analysis: what is equal, what is explained, and what is not. */
export default function AuditView() {
  const held = useApp((s) => s.held);
  const exported = held?.own?.exported;
  const asked = useMemo<AskedOf<"audit"> | null>(() => (exported ? { exported } : null), [exported]);
  const found = useExplored("audit", asked);
  if (!held || !exported || exported.length === 0) {
    return <p className={styles["note"]}>These data came without results of another program to compare with.</p>;
  }
  if (!found) return <p>Pooling every analysis anew …</p>;
  return <Audited held={held} exported={exported} rows={found.rows} />;
}

interface Props {
  readonly held: Held;
  readonly exported: readonly ExportedAnalysis[];
  readonly rows: readonly AuditRow[];
}

function Audited({ held, exported, rows }: Props) {
  const differing = rows.filter(({ verdict }) => verdict !== "equal").length;
  const unexplained = rows.filter(({ verdict }) => verdict === "unexplained").length;
  const [chosen, setShown] = useState<Shown | null>(null);
  const [sort, setSort] = useState<AuditSort>(null);
  const [most, setMost] = useState(PAGE);
  const shown = chosen ?? (differing > 0 ? "differing" : "all");
  const lines = useMemo(() => auditLines(rows, shown, sort), [rows, shown, sort]);
  const choices: readonly (readonly [Shown, string])[] = [
    ["all", `All numbers (${formatInteger(rows.length)})`],
    ["differing", `What differs (${formatInteger(differing)})`],
    ["unexplained", `Unexplained (${formatInteger(unexplained)})`],
  ];

  function save(): void {
    const name = `${["understory", held.dataset.descriptor.shortTitle, "audit"].map(slug).filter(Boolean).join("-")}.csv`;
    saveFile(name, toCsv(auditTable(rows, exported)), "text/csv;charset=utf-8");
  }

  return (
    <section aria-label="Audit">
      <p className={styles["summary"]}>{auditSummary(rows, exported)}</p>
      <p className={styles["note"]}>{auditNote(rows, exported)}</p>
      <div className={styles["bar"]}>
        <fieldset className={styles["choices"]}>
          <legend>Numbers to show</legend>
          {choices.map(([value, name]) => (
            <button key={value} type="button" aria-pressed={value === shown} onClick={() => setShown(value)}>
              {name}
            </button>
          ))}
        </fieldset>
        <button type="button" className={styles["save"]} onClick={save}>
          Save as CSV
        </button>
      </div>
      {lines.length === 0 ? (
        <p className={styles["note"]}>
          {shown === "unexplained" ? "Nothing is left unexplained." : "Nothing differs."}
        </p>
      ) : (
        <AuditTable
          lines={lines.slice(0, most)}
          sort={sort}
          onSort={(by) => setSort(nextAuditSort(sort, by))}
          held={held}
          exported={exported}
        />
      )}
      {lines.length > most && (
        <button type="button" className={styles["more"]} onClick={() => setMost(most + PAGE)}>
          Show {formatInteger(Math.min(PAGE, lines.length - most))} more of {formatInteger(lines.length)}
        </button>
      )}
    </section>
  );
}
