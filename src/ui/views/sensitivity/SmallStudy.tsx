import { useMemo } from "react";
import type { Question } from "../../../model/selection";
import { smallStudyRows } from "../../../words/sensitivity/smallStudyTable";
import { unbroken } from "../../../words/unbroken";
import { weightingNote } from "../../../words/weightingNote";
import { useServices } from "../../appContext";
import tables from "../../Table.module.css";
import { useExplored } from "../../useExplored";
import { usePartInput } from "./partInput";
import styles from "./SmallStudy.module.css";

/** Every test of small-study effects and every effect adjusted for them: what each found, assumes and misses. */
export default function SmallStudy() {
  const { actions } = useServices();
  const input = usePartInput();
  const asked = useMemo<{ readonly question: Question } | null>(
    () => input && { question: { selection: input.analysis.selection, model: input.analysis.model } },
    [input],
  );
  const found = useExplored("smallStudy", asked);
  const selection = useExplored("selection", asked);
  if (!input || !found) return <p>Testing …</p>;
  const { analysis, descriptor } = input;
  const note = weightingNote(analysis.model, "All of them weigh effects");
  const rows = found.effects
    ? smallStudyRows(found.effects, selection, analysis.measure, analysis.model.level, descriptor)
    : [];
  return (
    <section className={styles["part"]} aria-label="Small-study effects">
      <h3>Small-study effects</h3>
      <p>
        Whether small {descriptor.studyNoun.many} show other effects than large ones, and what the result would be if
        that came from missing results. None of these is a better estimate. {note !== "" && `${note} `}
        <button
          type="button"
          className={styles["link"]}
          onClick={() => {
            actions.setLook({ trimFill: true });
            actions.show("funnel");
          }}
        >
          See the funnel with trim and fill
        </button>
      </p>
      {rows.length === 0 ? (
        <p>Nothing is pooled over all here, so there is nothing to test.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can scroll it
        <section className={tables["scroll"]} aria-label="Tests and adjustments" tabIndex={0}>
          <table className={tables["table"]}>
            <thead>
              <tr>
                <th scope="col">Method</th>
                <th scope="col">Result</th>
                <th scope="col">What it assumes</th>
                <th scope="col">When it misleads</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name, result, assumes, misleads, fits }) => (
                <tr key={key} className={fits ? undefined : styles["unfit"]}>
                  <th scope="row">{name}</th>
                  <td>{unbroken(result)}</td>
                  <td>{assumes}</td>
                  <td>{misleads}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
