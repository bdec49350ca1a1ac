import type { BiasLayout } from "../../plots/biasLayout";
import { JUDGED_AS } from "../../words/biasText";
import { formatPercent } from "../../words/number";
import { counted, upperFirst } from "../../words/phrase";
import styles from "./BiasView.module.css";
import { useKeepJudged } from "./useKeepJudged";

const TARGET = 24; // px, the least that a press needs

/** A button on each part of each bar: it keeps only the studies that are judged so. */
export function BiasBars({ layout }: { readonly layout: BiasLayout }) {
  const { isKept, toggle } = useKeepJudged();
  const { studyNoun } = layout.input.descriptor;
  return (
    <fieldset aria-label="Judgements by domain">
      {layout.bars.flatMap(({ column: { column, domain }, segments }) =>
        segments.map(({ judged, k, share, box }) => {
          const ofWeight = layout.isWeighted ? `, ${formatPercent(share)} of the weight` : "";
          return (
            <button
              key={`${column} ${judged}`}
              type="button"
              className={styles["segment"]}
              style={{ left: box.x, top: box.y - (TARGET - box.height) / 2, width: box.width, height: TARGET }}
              aria-pressed={isKept(column, judged)}
              aria-label={`${upperFirst(domain)}, ${JUDGED_AS[judged].toLowerCase()}: ${counted(k, studyNoun)}${ofWeight}`}
              title={`Keep only these ${studyNoun.many}`}
              onClick={() => toggle(column, judged)}
            />
          );
        }),
      )}
    </fieldset>
  );
}
