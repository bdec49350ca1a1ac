import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import styles from "./EditGrid.module.css";

/** Where the focus goes from a cell that was written. */
export type Onwards = "down" | "up" | "right" | "left" | "stay";

interface Props {
  readonly label: string;
  readonly text: string;
  readonly isNumber: boolean;
  readonly onCommit: (text: string, onwards: Onwards) => void;
  readonly onGiveUp: () => void;
}

/** The field in the cell that is being written: Enter and Tab keep what was typed, Escape gives it up. */
export function CellEditor({ label, text, isNumber, onCommit, onGiveUp }: Props) {
  const [typed, setTyped] = useState(text);
  const isOver = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  // At once, so that the letters after the one that opened it are not lost.
  useLayoutEffect(() => field.current?.focus(), []);

  function end(act: () => void): void {
    // Taking the field away makes it lose the focus, which must not keep the text once more.
    if (isOver.current) return;
    isOver.current = true;
    act();
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const { key, shiftKey } = event;
    if (event.nativeEvent.isComposing || !["Enter", "Tab", "Escape"].includes(key)) return;
    event.preventDefault();
    if (key === "Escape") end(onGiveUp);
    else if (key === "Enter") end(() => onCommit(typed, shiftKey ? "up" : "down"));
    else end(() => onCommit(typed, shiftKey ? "left" : "right"));
  }

  return (
    <input
      ref={field}
      className={styles["editor"]}
      type="text"
      inputMode={isNumber ? "decimal" : "text"}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(() => onCommit(typed, "stay"))}
    />
  );
}
