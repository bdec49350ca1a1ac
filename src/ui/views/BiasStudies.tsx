import { type KeyboardEvent, useState } from "react";
import type { BiasLayout } from "../../plots/biasLayout";
import type { Scene } from "../../scene/scene";
import { JUDGED_AS } from "../../words/biasText";
import { lowerFirst } from "../../words/phrase";
import { useAsked, useServices } from "../appContext";
import styles from "./BiasView.module.css";

interface Props {
  readonly layout: BiasLayout;
  readonly scene: Scene;
}

/** A button on each study's name, with its judgements spoken; arrow keys move, Enter opens the study. */
export function BiasStudies({ layout, scene }: Props) {
  const { actions } = useServices();
  const lit = useAsked((s) => s.lit);
  const [active, setActive] = useState(0);
  const drawn = new Set(scene.targets.map(({ rowId }) => rowId));
  const shown = layout.rows.filter(({ row }) => drawn.has(row.row.id));
  const reachable = Math.min(active, shown.length - 1);

  function move(event: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = { Home: 0, End: shown.length - 1 }[event.key] ?? (step ? reachable + step : null);
    if (next === null || next < 0 || next >= shown.length) return;
    event.preventDefault();
    setActive(next);
    event.currentTarget.querySelectorAll<HTMLElement>("button")[next]?.focus();
  }

  return (
    <fieldset aria-label="Judgements by study" onKeyDown={move}>
      {shown.map(({ row: { row, judged, isExcluded }, box }, i) => {
        const told = layout.columns.map(({ domain }, c) => `${domain} ${lowerFirst(JUDGED_AS[judged[c] ?? "none"])}`);
        const nameRight = (layout.xs[0] ?? layout.width) - 16;
        return (
          <div key={row.id}>
            {lit === row.studyId && (
              <div
                className={styles["lit"]}
                style={{ left: box.x - 4, top: box.y, width: box.width + 8, height: box.height }}
              />
            )}
            <button
              type="button"
              className={styles["study"]}
              style={{ left: box.x - 4, top: box.y, width: nameRight - box.x, height: box.height }}
              tabIndex={i === reachable ? 0 : -1}
              aria-label={`${row.slab}${isExcluded ? ", left out" : ""}: ${told.join(", ")}`}
              onFocus={() => actions.light(row.studyId)}
              onBlur={() => actions.light(null)}
              onClick={() => actions.openStudy(row.studyId)}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
