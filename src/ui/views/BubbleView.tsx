import { useMemo } from "react";
import type { AskedOf } from "../../model/exploration";
import { bubbleScene } from "../../plots/bubble";
import { columnTitle, upperFirst } from "../../words/phrase";
import { useApp, useServices } from "../appContext";
import { useExplored } from "../useExplored";
import { useFigureInput } from "../useFigureInput";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import styles from "./BubbleView.module.css";
import { Figure } from "./Figure";
import { moderatorsOf } from "./moderatorsOf";

/** Effects against a numeric column of the data, with the meta-regression on it. */
export default function BubbleView() {
  const { actions } = useServices();
  const held = useApp((s) => s.held);
  const input = useFigureInput();
  const chosen = useApp((s) => s.look.moderator);
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const columns = useMemo(() => (held ? moderatorsOf(held.dataset) : []), [held]);
  const column = chosen ?? columns[0] ?? null;
  const asked = useMemo<AskedOf<"bubble"> | null>(
    () =>
      input && column !== null
        ? { question: { selection: input.analysis.selection, model: input.analysis.model }, column }
        : null,
    [input, column],
  );
  const bubble = useExplored("bubble", asked);
  const scene = useMemo(
    () => (input && bubble && width > 0 ? bubbleScene(input, bubble, { width, theme }) : null),
    [input, bubble, width, theme],
  );
  if (held && columns.length === 0) {
    const { many } = held.dataset.descriptor.studyNoun;
    return (
      <p ref={ref} className={styles["empty"]}>
        These data have no numeric column to set the effects against, and no years of the {many}.
      </p>
    );
  }
  return (
    <div ref={ref}>
      {held && column !== null && (
        <label className={styles["choice"]}>
          <span>Against</span>
          <select value={column} onChange={(event) => actions.setLook({ moderator: event.target.value })}>
            {columns.map((name) => (
              <option key={name} value={name}>
                {upperFirst(columnTitle(name, held.dataset.descriptor))}
              </option>
            ))}
          </select>
        </label>
      )}
      {scene && input && <Figure scene={scene} input={input} marks="points" />}
    </div>
  );
}
