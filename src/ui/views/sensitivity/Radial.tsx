import { useMemo } from "react";
import { radialScene } from "../../../plots/sensitivity/radial";
import { RADIAL_COLUMNS } from "../../../words/sensitivity/numberColumns";
import { tooFewText } from "../../../words/sensitivity/tooFew";
import { FigureFoot } from "./FigureFoot";
import styles from "./Studies.module.css";
import { type DrawStudies, StudyFigure } from "./StudyFigure";
import { type FoundInfluence, useInfluence } from "./useInfluence";

/** Galbraith's radial plot: which studies disagree, given how precise they are. */
export default function Radial() {
  const found = useInfluence();
  return (
    <section className={styles["part"]} aria-label="Radial plot">
      <h3>Radial plot (Galbraith)</h3>
      {!found && <p>Drawing …</p>}
      {found && found.k < 2 && <p>{tooFewText(found.k, found.input.descriptor)}</p>}
      {found && found.k >= 2 && <Drawn found={found} />}
    </section>
  );
}

function Drawn({ found: { input, influence, rows } }: { readonly found: FoundInfluence }) {
  const draw = useMemo<DrawStudies>(() => (options) => radialScene(input, influence, options), [input, influence]);
  const { one } = input.descriptor.studyNoun;
  return (
    <>
      <p>
        Each {one}’s effect in its own standard errors; a line from the left edge has one effect, told at the right.
      </p>
      <StudyFigure input={input} draw={draw} marks="points" />
      <FigureFoot {...{ input, rows, draw, name: "radial" }} head={one} columns={RADIAL_COLUMNS} />
    </>
  );
}
