import { lazy, Suspense, useRef, useState } from "react";
import { useApp } from "./appContext";
import styles from "./ExportMenu.module.css";

// What the menu offers arrives with the first press: nobody exports before the first answer is drawn.
const ExportPanel = lazy(() => import("./export/ExportPanel"));

/** The way to take the figure in view away. */
export function ExportMenu() {
  const ready = useApp((s) => s.answered !== null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <div ref={root} className={styles["export"]}>
      <button
        ref={button}
        type="button"
        className={styles["button"]}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={!ready}
        onClick={() => {
          setUsed(true);
          setOpen(!open);
        }}
      >
        Export
      </button>
      <Suspense>
        {used && <ExportPanel open={open} root={root} onClose={close} onLeave={() => setOpen(false)} />}
      </Suspense>
    </div>
  );
}
