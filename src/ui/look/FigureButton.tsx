import { type KeyboardEvent, lazy, Suspense, useRef, useState } from "react";
import type { ForestLayout } from "../../plots/forestLayout";
import styles from "./FigureButton.module.css";

const LookPanel = lazy(() => import("./LookPanel"));

/** Opens what can be chosen about the figure; it stays open beside the figure while that changes. */
export function FigureButton({ layout }: { readonly layout: ForestLayout | null }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!open || event.key !== "Escape") return;
    close();
  }

  return (
    <div className={styles["root"]}>
      <button
        ref={button}
        type="button"
        className={styles["button"]}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={onKeyDown}
      >
        Figure
      </button>
      {open && layout && (
        <Suspense>
          <LookPanel layout={layout} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
