import { useMemo } from "react";
import type { AskedOf } from "../../../model/exploration";
import type { SmallStudyEffects } from "../../../model/smallStudy";
import type { ForestInput } from "../../../plots/forestInput";
import { funnelScene } from "../../../plots/funnel";
import { weightingNote } from "../../../words/weightingNote";
import { useApp } from "../../appContext";
import { TRIM_AND_FILL } from "../../sensitivityFigures";
import { useExplored } from "../../useExplored";
import { FillChoices } from "./FillChoices";
import { usePartInput } from "./partInput";
import { SaveButtons } from "./SaveButtons";
import styles from "./SmallStudy.module.css";
import { SmallStudyTable } from "./SmallStudyTable";
import { type DrawStudies, StudyFigure } from "./StudyFigure";

/** Whether small studies show other effects: the funnel with what trim and fill adds, and every test and adjustment. */
export default function SmallStudy() {
  const input = usePartInput();
  const fill = useApp((s) => s.look.fill);
  const asked = useMemo<AskedOf<"smallStudy"> | null>(
    () => input && { question: { selection: input.analysis.selection, model: input.analysis.model }, fill },
    [input, fill],
  );
  const found = useExplored("smallStudy", asked);
  if (!input || !found) return <p>Testing …</p>;
  const { analysis, descriptor } = input;
  const note = weightingNote(analysis.model, "All of them weigh effects");
  return (
    <section className={styles["part"]} aria-label="Small-study effects">
      <h3>Small-study effects</h3>
      <p>
        Whether small {descriptor.studyNoun.many} show other effects than large ones, and what the result would be if
        that came from missing results. None of these is a better estimate. {note}
      </p>
      {found.effects ? (
        <>
          <FillChoices />
          <Funnel input={input} effects={found.effects} />
          <SmallStudyTable input={input} effects={found.effects} />
        </>
      ) : (
        <p>Nothing is pooled over all here, so there is nothing to test.</p>
      )}
    </section>
  );
}

interface Props {
  readonly input: ForestInput;
  readonly effects: SmallStudyEffects;
}

function Funnel({ input, effects }: Props) {
  const look = useApp((s) => s.look);
  const draw = useMemo<DrawStudies>(() => {
    const filled = { ...look, trimFill: true };
    return (options) => funnelScene(input, { ...options, look: filled, smallStudy: effects, line: true });
  }, [input, effects, look]);
  return (
    <>
      <StudyFigure input={input} draw={draw} kind={TRIM_AND_FILL} marks="points" isPlain />
      <SaveButtons kind={TRIM_AND_FILL} />
    </>
  );
}
