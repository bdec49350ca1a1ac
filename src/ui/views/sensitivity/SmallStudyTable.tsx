import { useMemo } from "react";
import type { Question } from "../../../model/selection";
import type { SmallStudyEffects } from "../../../model/smallStudy";
import type { PlotInput } from "../../../plots/forestInput";
import { smallStudyRows } from "../../../words/sensitivity/smallStudyTable";
import { unbroken } from "../../../words/unbroken";
import tables from "../../Table.module.css";
import { useExplored } from "../../useExplored";
import styles from "./SmallStudy.module.css";

interface Props {
  readonly input: PlotInput;
  readonly effects: SmallStudyEffects;
}

/** Every test of small-study effects and every effect adjusted for them: what each found, assumes and misses. */
export function SmallStudyTable({ input: { analysis, descriptor }, effects }: Props) {
  const { selection, model, measure } = analysis;
  const asked = useMemo<{ readonly question: Question }>(
    () => ({ question: { selection, model } }),
    [selection, model],
  );
  const selected = useExplored("selection", asked);
  const rows = smallStudyRows(effects, selected, measure, model.level, descriptor);
  return (
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
  );
}
