import type { Analysis, StudyResult } from "../../model/analysis";
import { notEstimableText } from "../../plots/summaryText";
import type { Held } from "../../state/appState";
import { derivation } from "../../words/derivation";
import { digitsOf, formatEffect, formatInterval, formatPercent } from "../../words/number";
import { levelPercent } from "../../words/phrase";
import { useAsked, useServices } from "../appContext";
import { Dialog } from "./Dialog";
import styles from "./StudyDialog.module.css";
import { StudyBias, StudyFacts, StudySource } from "./StudyFacts";
import { StudyNeighbours } from "./StudyNeighbours";

interface Props {
  readonly held: Held;
  readonly analysis: Analysis;
  readonly studyId: string;
}

/** One study: its results in this answer, how each came about, and everything else that the data say of it. */
export default function StudyDialog({ held, analysis, studyId }: Props) {
  const { actions } = useServices();
  const excluded = useAsked((s) => s.selection.excluded);
  const { descriptor, rows } = held.dataset;
  const ofStudy = rows.filter((row) => row.studyId === studyId);
  const byId = new Map(analysis.studies.map((study) => [study.rowId, study]));
  const shown = ofStudy.flatMap((row) => {
    const result = byId.get(row.id);
    return result ? [{ row, result }] : [];
  });
  const first = ofStudy[0];
  if (!first) return null;
  const isIn = !excluded.includes(studyId);
  return (
    <Dialog title={first.slab} placement="right" onClose={() => actions.openStudy(null)}>
      <div className={styles["study"]}>
        <StudyNeighbours held={held} analysis={analysis} studyId={studyId} />
        <label className={styles["include"]}>
          <input type="checkbox" checked={isIn} onChange={() => actions.toggleStudy(studyId)} />
          Counted in every result
        </label>
        {shown.map(({ row, result }) => (
          <section key={row.id}>
            <h3>
              {row.outcome}, {row.timepoint}
            </h3>
            <p className={styles["versus"]}>
              {descriptor.arms.intervention} against {row.comparator}
            </p>
            <Effect analysis={analysis} result={result} />
            <ol className={styles["steps"]}>
              {derivation(row, result, analysis, descriptor).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        ))}
        <StudyBias row={first} descriptor={descriptor} />
        <StudyFacts row={first} held={held} />
        <StudySource descriptor={descriptor} />
      </div>
    </Dialog>
  );
}

function Effect({
  analysis: { measure, model },
  result,
}: {
  readonly analysis: Analysis;
  readonly result: StudyResult;
}) {
  const { effect, weight, reason } = result;
  if (!effect) return <p>{notEstimableText(reason)}</p>;
  const digits = digitsOf(measure);
  return (
    <p className={styles["effect"]}>
      <strong>
        {measure.short} {formatEffect(effect.yi, measure.scale, digits)}
      </strong>{" "}
      ({levelPercent(model.level)} CI {formatInterval(effect.ciLb, effect.ciUb, measure.scale, digits)})
      {weight !== null && `, weight ${formatPercent(weight, 1)}`}
    </p>
  );
}
