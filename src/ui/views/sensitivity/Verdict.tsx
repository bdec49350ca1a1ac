import { useMemo } from "react";
import type { Question } from "../../../model/selection";
import { studyLabel } from "../../../plots/summaryText";
import { analysesDoubt, conclusionText, newSettingDoubt } from "../../../words/sensitivity/analysisDoubts";
import type { Doubt } from "../../../words/sensitivity/doubt";
import { oneStudyDoubt, severalStudiesDoubt, subsetsDoubt } from "../../../words/sensitivity/studyDoubts";
import { asymmetryText } from "../../../words/smallStudy";
import { unbroken } from "../../../words/unbroken";
import { useExplored } from "../../useExplored";
import { useFigureInput } from "../../useFigureInput";
import { useCountedSubsets } from "./subsetsContext";
import styles from "./Verdict.module.css";

/** In words: what was tried to shake the conclusion, and what became of it. */
export function Verdict() {
  const input = useFigureInput();
  const asked = useMemo<{ readonly question: Question } | null>(
    () => input && { question: { selection: input.analysis.selection, model: input.analysis.model } },
    [input],
  );
  const influence = useExplored("influence", asked);
  const multiverse = useExplored("multiverse", asked);
  const smallStudy = useExplored("smallStudy", asked)?.effects;
  const { counting } = useCountedSubsets();
  if (!input || !influence) return <p className={styles["wait"]}>Doubting …</p>;
  const { descriptor, analysis, rows, outcome } = input;
  if (!influence.overall)
    return <p className={styles["wait"]}>Nothing is pooled here, so there is nothing to doubt.</p>;
  const { overall, measure, conclusion, flip } = influence;
  const nameOf = (rowId: number) => studyLabel(rows(rowId));
  const doubts: readonly Doubt[] = [
    oneStudyDoubt(influence, descriptor, nameOf),
    severalStudiesDoubt(flip, overall.k, descriptor, nameOf),
    ...(counting.found ? [subsetsDoubt(counting.found.subsets, overall, descriptor, outcome)] : []),
    ...(multiverse ? [analysesDoubt(multiverse, conclusion, descriptor)] : []),
    ...(smallStudy
      ? [
          {
            title: "Could missing trials explain it?",
            text: asymmetryText(smallStudy, descriptor, outcome),
            changes: false,
          },
        ]
      : []),
    newSettingDoubt(overall, measure, analysis.model.level, descriptor),
  ];
  return (
    <section className={styles["verdict"]} aria-label="Does the conclusion survive?">
      <h2>Does the conclusion survive?</h2>
      <p className={styles["now"]}>{conclusionText(overall, analysis.model.level)} What was tried to change that:</p>
      <dl>
        {doubts.map(({ title, text, changes }) => (
          <div key={title} data-changes={changes}>
            <dt>{title}</dt>
            <dd>
              {unbroken(text)}
              {changes && <strong className={styles["mark"]}>This could change it.</strong>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
