import { useMemo } from "react";
import { leaveOneOutScene } from "../../../plots/sensitivity/leaveOneOut";
import { pairText, tooFewText } from "../../../words/sensitivity/tooFew";
import { useApp } from "../../appContext";
import { LEAVE_ONE_OUT } from "../../sensitivityFigures";
import { FigureFoot } from "./FigureFoot";
import type { FoundInfluence } from "./foundInfluence";
import styles from "./Studies.module.css";
import { type DrawStudies, StudyFigure } from "./StudyFigure";
import { leaveOneOutNumbers } from "./studyNumbers";
import { pooledCount, useInfluence } from "./useInfluence";

/** The pooled result without each study in turn. */
export default function LeaveOneOut() {
  const found = useInfluence();
  const k = found ? pooledCount(found) : 0;
  return (
    <section className={styles["part"]} aria-label="Leave-one-out">
      <h3>Leave-one-out</h3>
      {!found && <p>Leaving out …</p>}
      {found && k < 2 && <p>{tooFewText(k, found.input.descriptor)}</p>}
      {found && k >= 2 && <Drawn found={found} />}
    </section>
  );
}

function Drawn({ found }: { readonly found: FoundInfluence }) {
  const { input, influence } = found;
  const look = useApp((s) => s.look);
  const draw = useMemo<DrawStudies>(
    () => (options) => leaveOneOutScene(input, influence, { ...options, look }),
    [input, influence, look],
  );
  const { one } = input.descriptor.studyNoun;
  const numbers = useMemo(() => leaveOneOutNumbers(found), [found]);
  return (
    <>
      <p>
        Each line is the pooled result without that {one}. Untick a {one} to leave it out of the whole page.
        {pooledCount(found) === 2 && ` ${pairText(input.descriptor)}`}
      </p>
      <StudyFigure input={input} draw={draw} kind={LEAVE_ONE_OUT} marks="rows" />
      <FigureFoot kind={LEAVE_ONE_OUT} numbers={numbers} />
    </>
  );
}
