import { groupColour } from "../../plots/groupStyle";
import type { Held } from "../../state/appState";
import { counted, rowNoun } from "../../words/phrase";
import { useApp, useServices } from "../appContext";
import { Icon } from "../Icon";
import { useTheme } from "../useTheme";
import styles from "./Comparators.module.css";

/** A toggle per comparator, with how many trials of this cell it brings. */
export function Comparators({ held }: { readonly held: Held }) {
  const { actions } = useServices();
  const hiddenComparators = useApp((s) => s.selection.hiddenComparators);
  const isCompared = useApp((s) => s.selection.compareBy === "comparator" && s.selection.thenBy === null);
  const counts = useApp((s) => s.overview?.comparators);
  const { figure } = useTheme();
  const { descriptor } = held.dataset;
  const { comparators } = descriptor;
  const noun = useApp((s) => (s.answered ? rowNoun(s.answered.analysis, descriptor) : descriptor.studyNoun));
  return (
    <fieldset aria-label="Comparators" className={styles["group"]}>
      <h2>Compared with</h2>
      {comparators.map((comparator, i) => {
        const on = !hiddenComparators.includes(comparator);
        const k = counts?.find((c) => c.comparator === comparator)?.k ?? 0;
        const colour = isCompared ? groupColour(i, figure) : figure.study;
        return (
          <button key={comparator} type="button" aria-pressed={on} onClick={() => actions.toggleComparator(comparator)}>
            <svg width="12" height="12" aria-hidden="true">
              <rect
                x="1"
                y="1"
                width="10"
                height="10"
                rx="2"
                fill={on ? colour : "none"}
                stroke={colour}
                strokeWidth="1.5"
              />
            </svg>
            <span className={styles["name"]}>{comparator}</span>
            <span className={styles["count"]}>{counted(k, noun)}</span>
            <span className={styles["tick"]}>{on && <Icon name="done" />}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
