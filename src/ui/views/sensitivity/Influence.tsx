import { useMemo } from "react";
import { baujatScene } from "../../../plots/sensitivity/baujat";
import { influenceScene } from "../../../plots/sensitivity/influenceBars";
import { DIAGNOSTICS_SOURCE, diagnosticRules } from "../../../words/sensitivity/influence";
import { BAUJAT_COLUMNS, DIAGNOSTIC_COLUMNS } from "../../../words/sensitivity/numberColumns";
import { pairText, tooFewText } from "../../../words/sensitivity/tooFew";
import { unbroken } from "../../../words/unbroken";
import { useApp } from "../../appContext";
import { FigureFoot } from "./FigureFoot";
import styles from "./Studies.module.css";
import { type DrawStudies, StudyFigure } from "./StudyFigure";
import { type FoundInfluence, useInfluence } from "./useInfluence";

/** How far each study pulls the pooled result: diagnostics in bars, and Baujat's plot. */
export default function Influence() {
  const found = useInfluence();
  return (
    <section className={styles["part"]} aria-label="Influence">
      <h3>Influence</h3>
      {!found && <p>Measuring …</p>}
      {found && found.k < 2 && <p>{tooFewText(found.k, found.input.descriptor)}</p>}
      {found && found.k >= 2 && <Drawn found={found} />}
    </section>
  );
}

function Drawn({ found: { input, influence, k, rows } }: { readonly found: FoundInfluence }) {
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
          <StudyFigure input={input} draw={bars} marks="rows" />
          <FigureFoot {...{ input, rows, draw: bars, name: "influence" }} head={one} columns={DIAGNOSTIC_COLUMNS} />
        </div>
        <section className={styles["beside"]} aria-label="Baujat plot">
          <StudyFigure input={input} draw={points} marks="points" isPlain={false} />
          <FigureFoot {...{ input, rows, draw: points, name: "baujat" }} head={one} columns={BAUJAT_COLUMNS} />
        </section>
      </div>
    </>
  );
}
