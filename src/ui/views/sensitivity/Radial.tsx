import { useMemo } from "react";
import { radialScene } from "../../../plots/sensitivity/radial";
import { tooFewText } from "../../../words/sensitivity/tooFew";
import { RADIAL } from "../../sensitivityFigures";
import { FigureFoot } from "./FigureFoot";
import type { FoundInfluence } from "./foundInfluence";
import styles from "./Studies.module.css";
import { type DrawStudies, StudyFigure } from "./StudyFigure";
import { radialNumbers } from "./studyNumbers";
import { pooledCount, useInfluence } from "./useInfluence";

/** Galbraith's radial plot: which studies disagree, given how precise they are. */
export default function Radial() {
  const found = useInfluence();
  const k = found ? pooledCount(found) : 0;
  return (
    <section className={styles["part"]} aria-label="Radial plot">
      <h3>Radial plot (Galbraith)</h3>
      {!found && <p>Drawing …</p>}
      {found && k < 2 && <p>{tooFewText(k, found.input.descriptor)}</p>}
      {found && k >= 2 && <Drawn found={found} />}
    </section>
  );
}

function Drawn({ found }: { readonly found: FoundInfluence }) {
  const { input, influence } = found;
  const draw = useMemo<DrawStudies>(() => (options) => radialScene(input, influence, options), [input, influence]);
  const { one } = input.descriptor.studyNoun;
  return (
    <>
      <p>
        Each {one}’s effect in its own standard errors; a line from the left edge has one effect, told at the right.
      </p>
      <StudyFigure input={input} draw={draw} kind={RADIAL} marks="points" />
      <FigureFoot kind={RADIAL} numbers={radialNumbers(found)} />
    </>
  );
}
