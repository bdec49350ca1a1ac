import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Target } from "../../scene/scene";
import { formatInteger } from "../../words/number";
import { useServices } from "../appContext";
import { isTyping } from "../useKeys";
import { showRow } from "./showRow";
import styles from "./Touch.module.css";

interface Props {
  readonly input: PlotInput;
  /** Every study's place in the figure, from top to bottom, also of those that are not drawn now. */
  readonly places: () => readonly Target[];
  /** What holds the figure. */
  readonly figure: RefObject<HTMLElement | null>;
}

/** Finds a study by its name: arrow keys go from one to the next, Enter leads to its checkbox, Escape back. */
export default function FindBox({ input, places, figure }: Props) {
  const { actions } = useServices();
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState("");
  const [at, setAt] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { one, many } = input.descriptor.studyNoun;
  const found = open && sought.trim() !== "" ? matches(sought, places(), input) : [];

  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      const isOther = event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target);
      if (isOther || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      setOpen(true);
      field.current?.focus();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);

  function lead(next: number, among: readonly Target[]): void {
    const target = among[next];
    setAt(next);
    actions.light(target ? input.rows(target.rowId).studyId : null);
    if (target) void showRow(figure, target);
  }

  function close(): void {
    setOpen(false);
    setSought("");
    actions.light(null);
    // The button is back once this is drawn.
    requestAnimationFrame(() => button.current?.focus());
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const target = found[at];
    if (step !== undefined && found.length > 0) lead((at + step + found.length) % found.length, found);
    else if (event.key === "Enter" && target) {
      setOpen(false);
      setSought("");
      void showRow(figure, target).then((row) => row?.focus({ preventScroll: true }));
    } else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  }

  if (!open) {
    return (
      <button
        ref={button}
        type="button"
        className={styles["tool"]}
        title={`Find a ${one} (/)`}
        aria-keyshortcuts="/"
        onClick={() => setOpen(true)}
      >
        Find
      </button>
    );
  }
  return (
    <search className={styles["find"]}>
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: opened by the reader to type in it
        autoFocus
        type="search"
        aria-label={`Find a ${one}`}
        placeholder={`Name of a ${one}`}
        value={sought}
        onChange={({ target: { value } }) => {
          setSought(value);
          lead(0, value.trim() === "" ? [] : matches(value, places(), input));
        }}
        onKeyDown={onKeyDown}
      />
      <span role="status">
        {sought.trim() !== "" &&
          (found.length === 0 ? `No ${many}` : `${formatInteger(at + 1)} of ${formatInteger(found.length)}`)}
      </span>
      <button type="button" aria-label="Close" onClick={close}>
        ×
      </button>
    </search>
  );
}

/** Rows whose study's name holds every word that is sought, in any case. */
function matches(sought: string, places: readonly Target[], { rows }: PlotInput): readonly Target[] {
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return places.filter(({ rowId }) => {
    const name = rows(rowId).slab.toLocaleLowerCase();
    return words.every((word) => name.includes(word));
  });
}
