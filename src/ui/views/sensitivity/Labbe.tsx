import { useMemo } from "react";
import { labbeScene } from "../../../plots/sensitivity/labbe";
import { lowerFirst } from "../../../words/phrase";
import { riskColumns } from "../../../words/sensitivity/numberColumns";
import { noLabbeText } from "../../../words/sensitivity/studyPlots";
import { tooFewText } from "../../../words/sensitivity/tooFew";
import { FigureFoot } from "./FigureFoot";
import styles from "./Studies.module.css";
import { type DrawStudies, StudyFigure } from "./StudyFigure";
import { type FoundInfluence, useInfluence } from "./useInfluence";

/** L'Abbé's plot of the risks in both arms; where studies report no events it says so. */
export default function Labbe() {
  const found = useInfluence();
  const hasRisks = found?.influence.studies.some(({ risks }) => risks !== null) ?? false;
  return (
    <section className={styles["part"]} aria-label="L’Abbé plot">
      <h3>L’Abbé plot</h3>
      {!found && <p>Drawing …</p>}
      {found && found.k < 2 && <p>{tooFewText(found.k, found.input.descriptor)}</p>}
      {found && found.k >= 2 && !hasRisks && <p>{noLabbeText(found.input.descriptor)}</p>}
      {found && found.k >= 2 && hasRisks && <Drawn found={found} />}
    </section>
  );
}

function Drawn({ found: { input, influence, rows } }: { readonly found: FoundInfluence }) {
  const draw = useMemo<DrawStudies>(() => (options) => labbeScene(input, influence, options), [input, influence]);
  const { arms, studyNoun } = input.descriptor;
  const [intervention, control] = [lowerFirst(arms.intervention), lowerFirst(arms.control)];
  const columns = useMemo(() => riskColumns(intervention, control), [intervention, control]);
  return (
    <>
      <p>
        Each {studyNoun.one}’s risk with {intervention} against that with {control}.
      </p>
      <StudyFigure input={input} draw={draw} marks="points" />
      <FigureFoot {...{ input, draw, columns, name: "labbe" }} head={studyNoun.one} rows={rows} />
    </>
  );
}
