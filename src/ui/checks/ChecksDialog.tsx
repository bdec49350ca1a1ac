import { useRef, useState } from "react";
import type { Checked, Finding, Remedy } from "../../model/finding";
import { resultText } from "../../words/resultText";
import { useApp, useServices } from "../appContext";
import { Dialog } from "../dialogs/Dialog";
import { keepFocus } from "../keepFocus";
import { AppliedRemedies } from "./AppliedRemedies";
import styles from "./Checks.module.css";
import { setDismissed, useDismissed } from "./dismissed";
import { FindingCard } from "./FindingCard";
import { isOpen } from "./isOpen";
import { useChecked } from "./useChecked";

const NOTHING: Checked = { findings: [], rowIds: [] };
const NOTHING_ASIDE: ReadonlySet<string> = new Set();

/** What looks like a slip in the data, gravest first, each with what can be done about it. */
export default function ChecksDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const held = useApp((s) => s.held);
  const analysis = useApp((s) => s.answered?.analysis);
  const putAside = useDismissed();
  const looked = useChecked();
  // What was put aside is not shown as if it were not.
  const checked = putAside && looked;
  const dismissed = putAside ?? NOTHING_ASIDE;
  const [said, setSaid] = useState("");
  const status = useRef<HTMLDivElement>(null);
  if (!held) return null;
  const { descriptor } = held.dataset;
  const { findings, rowIds } = checked === null || checked === "failed" ? NOTHING : checked;
  const shown = findings.filter(({ id }) => !dismissed.has(id));
  const aside = findings.filter(({ id }) => dismissed.has(id));
  const focusOn = () => keepFocus(() => status.current);

  async function apply(finding: Finding, remedy: Remedy): Promise<void> {
    const edited = await (await services.edits()).remedy(finding, remedy);
    const [error] = edited.kind === "refused" ? edited.errors : [];
    setSaid(
      edited.kind === "done" ? `Done: ${remedy.sentence}` : (error?.message ?? "The data have changed meanwhile."),
    );
    focusOn();
  }

  async function takeBack(): Promise<void> {
    const edited = await (await services.edits()).takeBack();
    setSaid(edited.kind === "done" ? "The remedy was taken back." : "The data have changed meanwhile.");
    focusOn();
  }

  function setAside(finding: Finding, isAside: boolean): void {
    setDismissed(finding.id, isAside);
    setSaid(isAside ? "Put aside; it stays listed below." : "Back in the list.");
    focusOn();
  }

  function openRow(rowId: number): void {
    const row = held?.dataset.rows.find(({ id }) => id === rowId);
    if (!row) return;
    onClose();
    services.actions.showCell(row.outcome, row.timepoint);
    services.actions.openStudy(row.studyId);
  }

  const card = (finding: Finding) => (
    <FindingCard
      key={finding.id}
      finding={finding}
      held={held}
      rowIds={rowIds}
      isAside={dismissed.has(finding.id)}
      onRow={openRow}
      onApply={(remedy) => void apply(finding, remedy)}
      onAside={(isAside) => setAside(finding, isAside)}
    />
  );

  return (
    <Dialog title="Checks of the data" placement="right" onClose={onClose}>
      <div className={styles["checks"]}>
        <div role="status" ref={status} tabIndex={-1} className={styles["status"]}>
          {said && <p className={styles["said"]}>{said}</p>}
          {analysis && (
            <p>
              {analysis.selection.outcome}, {analysis.selection.timepoint}: {resultText(analysis, descriptor)}
            </p>
          )}
        </div>
        <p className={styles["lead"]}>{leadText(checked, dismissed)}</p>
        <ul>{shown.map(card)}</ul>
        {held.own && <AppliedRemedies own={held.own} onTakeBack={() => void takeBack()} />}
        {aside.length > 0 && (
          <details className={styles["aside"]}>
            <summary>Put aside ({aside.length})</summary>
            <ul>{aside.map(card)}</ul>
          </details>
        )}
      </div>
    </Dialog>
  );
}

function leadText(checked: ReturnType<typeof useChecked>, dismissed: ReadonlySet<string>): string {
  if (checked === null) return "Looking through the data …";
  if (checked === "failed")
    return "These data could not be checked, through a fault of Understory; results are not touched by it.";
  const count = checked.findings.filter((finding) => isOpen(finding, dismissed)).length;
  const what =
    count === 0
      ? "No slip was found that needs a look."
      : `${count === 1 ? "One thing looks" : `${count} things look`} like a slip.`;
  return `${what} The checks compare each study with itself and with the others; nothing is changed unless you press a button.`;
}
