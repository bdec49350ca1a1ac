import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { slices } from "../../export/pages";
import type { MapCell } from "../../model/analysis";
import { linkTo } from "../../state/url/linkTo";
import { answer } from "../../words/answer";
import { figureTitle } from "../../words/caption";
import { methodsParagraph } from "../../words/methods";
import { lowerFirst } from "../../words/phrase";
import { useApp, useServices } from "../appContext";
import { DEFAULT_DATASET } from "../datasets";
import type { FigureKind } from "../figureKind";
import { SceneView } from "../SceneView";
import type { FigureStyle } from "./figureStyle";
import styles from "./PrintSheet.module.css";
import { usePrinted } from "./usePrinted";

interface Props {
  readonly kind: FigureKind;
  readonly style: FigureStyle;
  readonly onDone: () => void;
}

const SHEET_MM = 180;
const FONT_PT = 8;
const CSS_PER_POINT = 96 / 72;
/** What a page of either paper holds between its margins, and beside the text of the first, in CSS pixels. */
const PAGE_HEIGHT = 900;
const FIRST_PAGE_HEIGHT = 540;
const LEAST_ZOOM = 0.7; // of the size asked: a figure that fits so is not cut
const NO_CELLS: readonly MapCell[] = [];

/** One sheet of paper: question, answer, figure, methods and source. It prints itself, and is done. */
export default function PrintSheet({ kind, style, onDone }: Props) {
  const { store } = useServices();
  const held = useApp((s) => s.held);
  const answered = useApp((s) => s.answered);
  const cells = useApp((s) => s.overview?.cells) ?? NO_CELLS;
  const figure = usePrinted(kind, { theme: style.theme, width: SHEET_MM, font: FONT_PT });
  const done = useRef(onDone);
  done.current = onDone;
  const isReady = figure !== null;

  useEffect(() => {
    if (!isReady) return;
    const over = () => done.current();
    addEventListener("afterprint", over);
    print();
    return () => removeEventListener("afterprint", over);
  }, [isReady]);

  if (!held || !answered || !figure) return null;
  const { analysis } = answered;
  const { descriptor } = held.dataset;
  const { intervention, control } = descriptor.arms;
  const told = answer(analysis, descriptor, cells);
  const full = figure.scale * CSS_PER_POINT;
  const fitting = FIRST_PAGE_HEIGHT / figure.scene.height;
  const zoom = fitting >= full * LEAST_ZOOM ? Math.min(full, fitting) : full;
  return createPortal(
    <article className={styles["sheet"]} data-paper={style.paper}>
      <h1>{figureTitle(analysis)}</h1>
      <p className={styles["question"]}>
        {intervention} against {lowerFirst(control)}. {descriptor.title}.
      </p>
      <p className={styles["answer"]}>{told.headline}</p>
      <p>{told.detail}</p>
      <dl className={styles["numbers"]}>
        {told.numbers.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {told.cautions.map((caution) => (
        <p key={caution}>{caution}</p>
      ))}
      {slices(figure.scene, PAGE_HEIGHT / zoom, FIRST_PAGE_HEIGHT / zoom).map(({ top, bottom }) => (
        <div key={top} className={styles["slice"]} style={{ height: (bottom - top) * zoom }}>
          <div style={{ zoom, marginTop: -top }}>
            <SceneView scene={figure.scene} />
          </div>
        </div>
      ))}
      <h2>Methods</h2>
      <p className={styles["methods"]}>{methodsParagraph(analysis, descriptor, __APP_VERSION__)}</p>
      <p className={styles["source"]}>
        {descriptor.provenance} {descriptor.doi && `doi:${descriptor.doi}`} <br />
        {linkTo(store.getState(), DEFAULT_DATASET)}
      </p>
    </article>,
    document.body,
  );
}
