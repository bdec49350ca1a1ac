import { useMemo } from "react";
import type { Dataset } from "../../../model/descriptor";
import type { AskedOf } from "../../../model/exploration";
import type { Cumulative as CumulativeFound } from "../../../model/sensitivity";
import type { ForestInput } from "../../../plots/forestInput";
import { cumulativeScene } from "../../../plots/sensitivity/cumulative";
import { upperFirst } from "../../../words/phrase";
import { ORDERS } from "../../../words/sensitivity/series";
import { tooFewText } from "../../../words/sensitivity/tooFew";
import { useApp, useServices } from "../../appContext";
import { CUMULATIVE } from "../../sensitivityFigures";
import { useExplored } from "../../useExplored";
import { FigureFoot } from "./FigureFoot";
import { hasYears, joinOrder } from "./joinOrder";
import { PlayBar } from "./PlayBar";
import { usePartInput } from "./partInput";
import styles from "./Studies.module.css";
import { type DrawStudies, StudyFigure } from "./StudyFigure";
import { cumulativeNumbers } from "./studyNumbers";
import { usePlay } from "./usePlay";

/** The pooled result as one study joins after the other. */
export default function Cumulative() {
  const { actions } = useServices();
  const input = usePartInput();
  const held = useApp((s) => s.held);
  const look = useApp((s) => s.look);
  const by = held ? joinOrder(look, held.dataset) : "precision";
  const asked = useMemo<AskedOf<"cumulative"> | null>(
    () => input && { question: { selection: input.analysis.selection, model: input.analysis.model }, by },
    [input, by],
  );
  const found = useExplored("cumulative", asked);
  const k = found?.steps.length ?? 0;
  return (
    <section className={styles["part"]} aria-label="Cumulative">
      <h3>Cumulative</h3>
      {!found && <p>Adding up …</p>}
      {found && input && k < 2 && <p>{tooFewText(k, input.descriptor)}</p>}
      {found && input && held && k >= 2 && (
        <>
          <p>Each line is the pooled result of all {input.descriptor.studyNoun.many} down to it.</p>
          <div className={styles["choice"]}>
            <label>
              <span>Join by</span>
              <select value={by} onChange={(event) => actions.setLook({ joinBy: event.target.value })}>
                {ordersOf(held.dataset).map(([name, title]) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Drawn input={input} found={found} by={by} />
        </>
      )}
    </section>
  );
}

interface Props {
  readonly input: ForestInput;
  readonly found: CumulativeFound;
  readonly by: string;
}

function Drawn({ input, found, by }: Props) {
  const look = useApp((s) => s.look);
  const play = usePlay(found.steps.length);
  const { shown } = play;
  const draw = useMemo<DrawStudies>(
    () => (options) => cumulativeScene(input, found, { ...options, look, by, shown }),
    [input, found, look, by, shown],
  );
  const numbers = useMemo(() => cumulativeNumbers(input, found), [input, found]);
  return (
    <>
      <PlayBar play={play} count={found.steps.length} noun={input.descriptor.studyNoun} />
      <StudyFigure input={input} draw={draw} kind={CUMULATIVE} marks="rows" />
      <FigureFoot kind={CUMULATIVE} numbers={numbers} />
    </>
  );
}

/** Every order that these data have: the usual ones, then the columns. */
function ordersOf(dataset: Dataset): readonly (readonly [name: string, title: string])[] {
  const usual = Object.entries(ORDERS).filter(([name]) => name !== "year" || hasYears(dataset));
  return [...usual, ...dataset.descriptor.columns.map(({ name, title }) => [name, upperFirst(title)] as const)];
}
