import { useLayoutEffect, useRef, useState } from "react";
import type { Look } from "../../model/look";
import { automaticColumns, columnChoices } from "../../plots/columnChoices";
import type { ForestInput } from "../../plots/forestInput";
import { useServices } from "../appContext";
import styles from "./LookPanel.module.css";

interface Props {
  readonly input: ForestInput;
  readonly chosen: Look["columns"];
  /** Keys of the columns that the figure has room for. */
  readonly drawn: readonly string[];
}

/** The columns beside study and effect: those that are shown, in their order, then those that could be. */
export function ColumnList({ input, chosen, drawn }: Props) {
  const { setLook } = useServices().actions;
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<string | null>(null);
  // A row that is moved in the page loses the focus: the next press must find the same button.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `chosen` is not read, its change is the moment to look
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    list.current?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(pressed.current)}"]`)?.focus();
    pressed.current = null;
  }, [chosen]);
  const all = columnChoices(input);
  const titleOf = new Map(all.map(({ key, title }) => [key, title]));
  const shown = (chosen ?? automaticColumns(input)).filter((key) => titleOf.has(key));
  const others = all.map(({ key }) => key).filter((key) => !shown.includes(key));

  function move(key: string, step: -1 | 1): void {
    const from = shown.indexOf(key);
    const to = from + step;
    if (to < 0 || to >= shown.length) return;
    const columns = shown.filter((k) => k !== key);
    columns.splice(to, 0, key);
    pressed.current = stepName(titleOf.get(key) ?? key, step === -1 ? "up" : "down");
    setLook({ columns });
    setSaid(`${titleOf.get(key)} is now column ${to + 1} of ${shown.length}.`);
  }

  return (
    <fieldset className={styles["columns"]}>
      <legend>Columns, in this order</legend>
      <p>Where there is no room the last ones are left out. Weight and risk of bias stand on the right.</p>
      <ul ref={list}>
        {[...shown, ...others].map((key) => {
          const isShown = shown.includes(key);
          const title = titleOf.get(key) ?? key;
          return (
            <li key={key}>
              <label className={styles["check"]}>
                <input
                  type="checkbox"
                  checked={isShown}
                  onChange={() => setLook({ columns: isShown ? shown.filter((k) => k !== key) : [key, ...shown] })}
                />
                {title}
                {isShown && !drawn.includes(key) && <em>no room</em>}
              </label>
              {isShown && (
                <>
                  <Step title={title} way="up" isOff={key === shown[0]} onPress={() => move(key, -1)} />
                  <Step title={title} way="down" isOff={key === shown.at(-1)} onPress={() => move(key, 1)} />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {chosen && (
        <button type="button" onClick={() => setLook({ columns: null })}>
          Choose the columns by the width again
        </button>
      )}
      <span className={styles["said"]} aria-live="polite">
        {said}
      </span>
    </fieldset>
  );
}

interface StepProps {
  readonly title: string;
  readonly way: "up" | "down";
  readonly isOff: boolean;
  readonly onPress: () => void;
}

/** Off, not disabled, at the ends of the list: a disabled button would lose the keyboard's focus. */
function Step({ title, way, isOff, onPress }: StepProps) {
  return (
    <button type="button" aria-label={stepName(title, way)} aria-disabled={isOff} onClick={onPress}>
      <span aria-hidden="true">{way === "up" ? "↑" : "↓"}</span>
    </button>
  );
}

function stepName(title: string, way: "up" | "down"): string {
  return `Move ${title} ${way}`;
}
