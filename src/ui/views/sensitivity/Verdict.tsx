import { memo, useDeferredValue } from "react";
import type { Subsets } from "../../../model/subsets";
import { studyLabel } from "../../../plots/summaryText";
import { analysesDoubt, conclusionText, newSettingDoubt } from "../../../words/sensitivity/analysisDoubts";
import type { Doubt } from "../../../words/sensitivity/doubt";
import { oneStudyDoubt, severalStudiesDoubt, subsetsDoubt } from "../../../words/sensitivity/studyDoubts";
import { asymmetryText } from "../../../words/smallStudy";
import { unbroken } from "../../../words/unbroken";
import { useCountedSubsets } from "./subsetsContext";
import type { Doubts } from "./useDoubts";
import styles from "./Verdict.module.css";

/** In words: what was tried to shake the conclusion, and what became of it. Null while nothing was tried. */
export function Verdict({ doubts }: { readonly doubts: Doubts | null }) {
  const { found } = useCountedSubsets();
  // The density of the same counts is drawn first.
  return <Told doubts={doubts} subsets={useDeferredValue(found?.subsets ?? null)} />;
}

interface Props {
  readonly doubts: Doubts | null;
  readonly subsets: Subsets | null;
}

const Told = memo(function Told({ doubts: found, subsets }: Props) {
  if (!found) return <p className={styles["wait"]}>Doubting …</p>;
  const { input } = found;
  const { influence, analyses, smallStudy } = found.verdict;
  const { descriptor, analysis, rows, outcome } = input;
  if (!influence.overall)
    return <p className={styles["wait"]}>Nothing is pooled here, so there is nothing to doubt.</p>;
  const { overall, measure, conclusion, flip } = influence;
  const nameOf = (rowId: number) => studyLabel(rows(rowId));
  const doubts: readonly Doubt[] = [
    oneStudyDoubt(influence, descriptor, nameOf),
    severalStudiesDoubt(flip, overall.k, descriptor, nameOf),
    ...(subsets ? [subsetsDoubt(subsets, overall, descriptor, outcome)] : []),
    analysesDoubt(analyses, conclusion, descriptor),
    ...(smallStudy
      ? [
          {
            title: "Could missing trials explain it?",
            text: asymmetryText(smallStudy, descriptor, outcome),
            changes: false,
          },
        ]
      : []),
    newSettingDoubt(overall, measure, analysis.model.level, descriptor, analyses.predictions),
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
});
