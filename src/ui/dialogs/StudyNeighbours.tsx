import { useMemo } from "react";
import type { Analysis } from "../../model/analysis";
import { sortRows } from "../../plots/sortRows";
import type { Held } from "../../state/appState";
import { formatInteger } from "../../words/number";
import { useApp, useServices } from "../appContext";
import { rowOf } from "../rowOf";
import styles from "./StudyDialog.module.css";

interface Props {
  readonly held: Held;
  readonly analysis: Analysis;
  readonly studyId: string;
}

/** The studies before and after this one, in the order of the figure. */
export function StudyNeighbours({ held, analysis, studyId }: Props) {
  const { actions } = useServices();
  const sort = useApp((s) => s.look.sort);
  const ids = useMemo(() => {
    const rows = rowOf(held.dataset);
    return [...new Set(sortRows(analysis.studies, sort, { analysis, rows }).map(({ rowId }) => rows(rowId).studyId))];
  }, [held, analysis, sort]);
  const at = ids.indexOf(studyId);
  const { one } = held.dataset.descriptor.studyNoun;
  const go = (step: -1 | 1, name: string) => (
    <button
      type="button"
      aria-disabled={ids[at + step] === undefined}
      onClick={() => actions.openStudy(ids[at + step] ?? studyId)}
    >
      {name} {one}
    </button>
  );
  if (at < 0 || ids.length < 2) return null;
  return (
    <div className={styles["neighbours"]}>
      {go(-1, "Previous")}
      <span role="status">
        {formatInteger(at + 1)} of {formatInteger(ids.length)}
      </span>
      {go(1, "Next")}
    </div>
  );
}
