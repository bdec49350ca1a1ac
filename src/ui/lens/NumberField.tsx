import { type KeyboardEvent, useId, useState } from "react";
import { useServices } from "../appContext";
import { actOf } from "../useKeys";
import styles from "./Lens.module.css";

interface Props {
  readonly label: string;
  /** What follows the number: its unit. */
  readonly unit: string;
  /** null: none is set, and none is known. */
  readonly value: number | null;
  /** True where the number is the reader's own, so that it can be taken back. */
  readonly isOwn: boolean;
  readonly isValid: (value: number) => boolean;
  /** What a number must be, for one that is not. */
  readonly rule: string;
  /** With the number once it is entered; null takes the reader's own back. */
  readonly onEnter: (value: number | null) => void;
}

/** A number that counts once it is entered: by Enter or by leaving the field. Escape gives up what was typed. */
export function NumberField({ label, unit, value, isOwn, isValid, rule, onEnter }: Props) {
  const { actions } = useServices();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const number = typed === null ? value : parsed(typed);
  const isWrong = typed !== null && typed.trim() !== "" && (number === null || !isValid(number));

  function enter(): void {
    if (typed === null || isWrong) return;
    setTyped(null);
    if (typed !== shown(value)) onEnter(number);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") enter();
    if (event.key === "Escape") setTyped(null);
    // While nothing is being typed, undo is the page's and not the field's.
    const act = typed === null ? actOf(event.nativeEvent) : null;
    if (act !== "undo" && act !== "redo") return;
    event.preventDefault();
    actions[act]();
  }

  return (
    <div className={styles["field"]}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles["number"]}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? shown(value)}
        aria-invalid={isWrong}
        aria-describedby={`${id}-unit ${id}-rule`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={enter}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-unit`}>{unit}</span>
      {isOwn && (
        <button
          type="button"
          className={styles["plain"]}
          onClick={() => onEnter(null)}
          aria-label={`${label}: back to the default`}
        >
          Default
        </button>
      )}
      <span id={`${id}-rule`} className={styles["rule"]} role="alert">
        {isWrong && rule}
      </span>
    </div>
  );
}

/** Three digits: more would claim to be known. */
function shown(value: number | null): string {
  return value === null ? "" : String(Number(value.toPrecision(3)));
}

/** A decimal comma is understood; null where there is no number. */
function parsed(text: string): number | null {
  const number = Number(text.trim().replace(",", ".").replace("−", "-"));
  return text.trim() === "" || Number.isNaN(number) ? null : number;
}
