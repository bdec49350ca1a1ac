import { useMemo } from "react";
import { labbeScene } from "../../../plots/sensitivity/labbe";
import { lowerFirst } from "../../../words/phrase";
import { noLabbeText } from "../../../words/sensitivity/studyPlots";
import { tooFewText } from "../../../words/sensitivity/tooFew";
import { LABBE } from "../../sensitivityFigures";
import { FigureFoot } from "./FigureFoot";
import type { FoundInfluence } from "./foundInfluence";
import styles from "./Studies.module.css";
import { type DrawStudies, StudyFigure } from "./StudyFigure";
import { labbeNumbers } from "./studyNumbers";
import { pooledCount, useInfluence } from "./useInfluence";

/** L'Abbé's plot of the risks in both arms; where studies report no events it says so. */
export default function Labbe() {
  const found = useInfluence();
  const k = found ? pooledCount(found) : 0;
  const hasRisks = found?.influence.studies.some(({ risks }) => risks !== null) ?? false;
  return (
    <section className={styles["part"]} aria-label="L’Abbé plot">
      <h3>L’Abbé plot</h3>
      {!found && <p>Drawing …</p>}
      {found && k < 2 && <p>{tooFewText(k, found.input.descriptor)}</p>}
      {found && k >= 2 && !hasRisks && <p>{noLabbeText(found.input.descriptor)}</p>}
      {found && k >= 2 && hasRisks && <Drawn found={found} />}
    </section>
  );
}

function Drawn({ found }: { readonly found: FoundInfluence }) {
  const { input, influence } = found;
  const draw = useMemo<DrawStudies>(() => (options) => labbeScene(input, influence, options), [input, influence]);
  const { arms, studyNoun } = input.descriptor;
  const [intervention, control] = [lowerFirst(arms.intervention), lowerFirst(arms.control)];
  return (
    <>
      <p>
        Each {studyNoun.one}’s risk with {intervention} against that with {control}.
      </p>
      <StudyFigure input={input} draw={draw} kind={LABBE} marks="points" />
      <FigureFoot kind={LABBE} numbers={labbeNumbers(found)} />
    </>
  );
}
