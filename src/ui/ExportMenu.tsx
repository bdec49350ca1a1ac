import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { linkTo } from "../state/url/sync";
import { useApp, useServices } from "./appContext";
import { DEFAULT_DATASET } from "./datasets";
import styles from "./ExportMenu.module.css";
import { figureInput } from "./figureInput";
import { saveFile } from "./saveFile";

/** Files of the figure in view. */
export function ExportMenu() {
  const { store } = useServices();
  const ready = useApp((s) => s.answered !== null);
  const view = useApp((s) => s.view);
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const figure = view === "funnel" ? "funnel" : "forest";

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Tab") setOpen(false);
    if (event.key === "Escape") close();
  }

  async function saveSvg(): Promise<void> {
    const state = store.getState();
    if (!state.held || !state.answered) return;
    const { figureFile } = await import("./figureFile");
    // The ghost belongs to the hand on the page; a figure that is taken away shows one result.
    const input = figureInput(state.held, state.answered, null);
    const { name, text } = figureFile(input, figure, linkTo(state, DEFAULT_DATASET));
    saveFile(name, text, "image/svg+xml");
    close();
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
        onClick={() => setOpen(!open)}
      >
        Export
      </button>
      {open && (
        <div role="menu" aria-label="Export" className={styles["menu"]} onKeyDown={onKeyDown}>
          <button type="button" role="menuitem" onClick={() => void saveSvg()} aria-describedby="export-svg">
            <strong>SVG</strong>
          </button>
          <p id="export-svg">The {figure} plot as a vector graphic, for slides and journals; with its data note.</p>
        </div>
      )}
    </div>
  );
}
