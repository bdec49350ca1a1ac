import { useRef, useState } from "react";
import { upperFirst } from "../../words/phrase";
import type { FigureKind } from "../figureKind";
import styles from "./ExportPanel.module.css";

interface Props {
  readonly kinds: readonly FigureKind[];
  readonly chosen: FigureKind;
  readonly onChoose: (kind: FigureKind) => void;
}

/** An item of the menu that says which of a view's figures is taken, and opens the choice of another. */
export function FigureChoice({ kinds, chosen, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false);
  const item = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={item}
        type="button"
        role="menuitem"
        className={styles["item"]}
        tabIndex={-1}
        aria-haspopup="true"
        aria-expanded={isOpen}
        aria-label={`Figure: ${chosen.title}`}
        onClick={() => setOpen(!isOpen)}
      >
        <strong>{upperFirst(chosen.title)}</strong>
        <span>{isOpen ? "▴" : "▾"}</span>
      </button>
      {isOpen && (
        <fieldset aria-label="Figure" className={styles["figures"]}>
          {kinds.map((kind) => (
            <button
              key={kind.name}
              type="button"
              role="menuitemradio"
              aria-checked={kind === chosen}
              className={styles["item"]}
              tabIndex={-1}
              onClick={() => {
                onChoose(kind);
                setOpen(false);
                item.current?.focus();
              }}
            >
              {upperFirst(kind.title)}
            </button>
          ))}
        </fieldset>
      )}
    </>
  );
}
