import { useMemo } from "react";
import { baujatScene } from "../../../plots/sensitivity/baujat";
import { influenceScene } from "../../../plots/sensitivity/influenceBars";
import { DIAGNOSTICS_SOURCE, diagnosticRules } from "../../../words/sensitivity/influence";
import { pairText, tooFewText } from "../../../words/sensitivity/tooFew";
import { unbroken } from "../../../words/unbroken";
import { useApp } from "../../appContext";
import { BAUJAT, INFLUENCE } from "../../sensitivityFigures";
import { FigureFoot } from "./FigureFoot";
import type { FoundInfluence } from "./foundInfluence";
import styles from "./Studies.module.css";
import { type DrawStudies, StudyFigure } from "./StudyFigure";
import { baujatNumbers, influenceNumbers } from "./studyNumbers";
import { pooledCount, useInfluence } from "./useInfluence";

/** How far each study pulls the pooled result: diagnostics in bars, and Baujat's plot. */
export default function Influence() {
  const found = useInfluence();
  const k = found ? pooledCount(found) : 0;
  return (
    <section className={styles["part"]} aria-label="Influence">
      <h3>Influence</h3>
      {!found && <p>Measuring …</p>}
      {found && k < 2 && <p>{tooFewText(k, found.input.descriptor)}</p>}
      {found && k >= 2 && <Drawn found={found} />}
    </section>
  );
}

function Drawn({ found }: { readonly found: FoundInfluence }) {
  const { input, influence } = found;
  const k = pooledCount(found);
  const look = useApp((s) => s.look);
  const bars = useMemo<DrawStudies>(
    () => (options) => influenceScene(input, influence, { ...options, look }),
    [input, influence, look],
  );
  const points = useMemo<DrawStudies>(() => (options) => baujatScene(input, influence, options), [input, influence]);
  const { descriptor } = input;
  const { one } = descriptor.studyNoun;
  return (
    <>
      <p>
        What becomes of the result when a {one} is left out.{k === 2 && ` ${pairText(descriptor)}`}
      </p>
      <details className={styles["rules"]}>
        <summary>What the columns say, and from where on a {one} is marked</summary>
        <dl>
          {diagnosticRules(k, descriptor).map(([name, text]) => (
            <div key={name} className={styles["rule"]}>
              <dt>{name}</dt>
              <dd>{unbroken(text)}</dd>
            </div>
          ))}
        </dl>
        <p>{DIAGNOSTICS_SOURCE}</p>
      </details>
      <div className={styles["pair"]}>
        <div className={styles["bars"]}>
          <StudyFigure input={input} draw={bars} kind={INFLUENCE} marks="rows" />
          <FigureFoot kind={INFLUENCE} numbers={influenceNumbers(found)} />
        </div>
        <section className={styles["beside"]} aria-label="Baujat plot">
          <StudyFigure input={input} draw={points} kind={BAUJAT} marks="points" isPlain={false} />
          <FigureFoot kind={BAUJAT} numbers={baujatNumbers(found)} />
        </section>
      </div>
    </>
  );
}
