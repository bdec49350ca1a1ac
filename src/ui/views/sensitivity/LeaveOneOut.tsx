import { useMemo } from "react";
import { leaveOneOutScene } from "../../../plots/sensitivity/leaveOneOut";
import { pooledColumns } from "../../../words/sensitivity/numberColumns";
import { pairText, tooFewText } from "../../../words/sensitivity/tooFew";
import { useApp } from "../../appContext";
import { FigureFoot } from "./FigureFoot";
import styles from "./Studies.module.css";
import { type DrawStudies, StudyFigure } from "./StudyFigure";
import { type FoundInfluence, useInfluence } from "./useInfluence";

/** The pooled result without each study in turn. */
export default function LeaveOneOut() {
  const found = useInfluence();
  return (
    <section className={styles["part"]} aria-label="Leave-one-out">
      <h3>Leave-one-out</h3>
      {!found && <p>Leaving out …</p>}
      {found && found.k < 2 && <p>{tooFewText(found.k, found.input.descriptor)}</p>}
      {found && found.k >= 2 && <Drawn found={found} />}
    </section>
  );
}

function Drawn({ found: { input, influence, k, rows } }: { readonly found: FoundInfluence }) {
  const look = useApp((s) => s.look);
  const draw = useMemo<DrawStudies>(
    () => (options) => leaveOneOutScene(input, influence, { ...options, look }),
    [input, influence, look],
  );
  const { one } = input.descriptor.studyNoun;
  const without = rows.flatMap(({ of, ...row }) => (of.without ? [{ ...row, of: of.without }] : []));
  return (
    <>
      <p>
        Each line is the pooled result without that {one}. Untick a {one} to leave it out of the whole page.
        {k === 2 && ` ${pairText(input.descriptor)}`}
      </p>
      <StudyFigure input={input} draw={draw} marks="rows" />
      <FigureFoot
        {...{ input, draw, name: "leave-one-out", head: "Without", rows: without }}
        columns={pooledColumns(influence.measure, input.analysis.model.level)}
      />
    </>
  );
}
