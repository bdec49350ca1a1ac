import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { linkTo } from "../state/url/sync";
import { useApp, useServices } from "./appContext";
import { DEFAULT_DATASET } from "./datasets";
import styles from "./ExportMenu.module.css";
import { saveFile } from "./saveFile";
import { useFigureInput } from "./useFigureInput";

/** Files of the figure in view. */
export function ExportMenu() {
  const { store } = useServices();
  const input = useFigureInput();
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
    if (!input) return;
    const { figureFile } = await import("./figureFile");
    const { name, text } = figureFile(input, figure, linkTo(store.getState(), DEFAULT_DATASET));
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
        disabled={!input}
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
