import { type KeyboardEvent, lazy, type RefObject, Suspense, use, useEffect, useId, useRef, useState } from "react";
import { useApp } from "../appContext";
import { figureOf, figuresOf } from "../figures";
import styles from "./ExportPanel.module.css";
import { FigureChoice } from "./FigureChoice";
import { figureInView } from "./figureInView";
import { type FigureStyle, styleChoice } from "./figureStyle";
import type { ProofKind } from "./proofFile";
import { useExport } from "./useExport";

const StyleDialog = lazy(() => import("./StyleDialog"));
const PrintSheet = lazy(() => import("./PrintSheet"));

/** The style to begin with: looked up as soon as this part is here, and drawn with the menu, not after it. */
const begun = styleChoice.now();

interface Props {
  readonly open: boolean;
  /** What holds the menu and its button: a press outside closes the menu. */
  readonly root: RefObject<HTMLElement | null>;
  /** Closes the menu and gives the focus back to its button. */
  readonly onClose: () => void;
  /** Closes the menu; the focus has gone elsewhere. */
  readonly onLeave: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** The menu of what can be taken away, and the dialogs behind it. */
export default function ExportPanel({ open, root, onClose, onLeave }: Props) {
  const [style, setStyle] = useState(use(begun));
  const [shown, setShown] = useState<"style" | "print" | null>(null);
  // Not every browser says when it has printed: each press makes a sheet of its own.
  const [prints, setPrints] = useState(0);
  const kinds = useApp((s) => figuresOf(s.view));
  const fallback = useApp((s) => figureOf(s.view));
  const [named, setNamed] = useState<string | null>(null);
  const kind = kinds.find(({ name }) => name === named) ?? fallback;
  const exporting = useExport(style, kind);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    setNamed(figureInView());
    menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) onLeave();
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open, root, onLeave]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === "Tab") onLeave();
    if (event.key === "Escape") onClose();
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = [...event.currentTarget.querySelectorAll("[role^=menuitem]")];
    const at = document.activeElement ? items.indexOf(document.activeElement) + step : 0;
    const next = Number.isFinite(step) ? (at + items.length) % items.length : step < 0 ? 0 : items.length - 1;
    const item = items[next];
    if (item instanceof HTMLElement) item.focus();
  }

  function change(next: FigureStyle): void {
    setStyle(next);
    void styleChoice.choose(next);
  }

  const item = (name: string, hint: string, act: () => void) => (
    <Item
      name={name}
      hint={hint}
      onPress={() => {
        onClose();
        act();
      }}
    />
  );

  const proof = (what: ProofKind, name: string, hint: string) => item(name, hint, () => void exporting.proof(what));

  return (
    <>
      {open && (
        <div ref={menu} role="menu" aria-label="Export" tabIndex={0} className={styles["menu"]} onKeyDown={onKeyDown}>
          <h3 role="presentation">{kinds.length > 1 ? "The figure" : `The ${kind.title}`}</h3>
          {kinds.length > 1 && <FigureChoice kinds={kinds} chosen={kind} onChoose={({ name }) => setNamed(name)} />}
          {item("SVG", "vector, for slides and journals", () => void exporting.svg())}
          {item("PDF", "vector, for manuscripts", () => void exporting.pdf())}
          {item(
            "PNG",
            `picture, ${style.scale}x${style.transparent ? ", transparent" : ""}`,
            () => void exporting.png(),
          )}
          {item("Copy image", "to the clipboard", () => void exporting.copyImage())}
          {kind.numbers && item("Numbers (CSV)", "of this figure", () => void exporting.numbers())}
          {item("Look and size …", "journal, width, font", () => setShown("style"))}
          <hr />
          <h3 role="presentation">The numbers</h3>
          {proof("data", "Data (CSV)", "every row of the data")}
          {proof("results", "Results (CSV)", "what is shown, all digits")}
          {proof("json", "Results (JSON)", "for programs")}
          {item("Copy table", "for a spreadsheet", () => void exporting.copyTable())}
          {proof("r", "R script", "metafor, data inside")}
          {proof("python", "Python script", "numpy, data inside")}
          <hr />
          <h3 role="presentation">All of it</h3>
          {proof("report", "Report (HTML)", "one page, to print")}
          {item("Print sheet", "answer and figure", () => {
            setPrints(prints + 1);
            setShown("print");
          })}
          {item("All figures", "one zip file", () => void exporting.all())}
          {item("Copy embed code", "for a web page", () => void exporting.copyEmbed())}
          {"share" in navigator && item("Share …", "by another app", () => void exporting.share())}
        </div>
      )}
      <div role="status" aria-label="Export" className={styles["said"]}>
        {/* The dialog says it itself: what lies behind it is not heard. */}
        {shown === null && exporting.said}
      </div>
      <Suspense>
        {shown === "style" && (
          <StyleDialog
            kind={kind}
            style={style}
            onChange={change}
            exporting={exporting}
            onClose={() => setShown(null)}
          />
        )}
        {shown === "print" && <PrintSheet key={prints} kind={kind} style={style} onDone={() => setShown(null)} />}
      </Suspense>
    </>
  );
}

function Item({ name, hint, onPress }: { readonly name: string; readonly hint: string; readonly onPress: () => void }) {
  const id = useId();
  return (
    <button
      type="button"
      role="menuitem"
      className={styles["item"]}
      tabIndex={-1}
      aria-label={name}
      aria-describedby={id}
      onClick={onPress}
    >
      <strong>{name}</strong>
      <span id={id}>{hint}</span>
    </button>
  );
}
