import type { MapCell } from "../../model/analysis";
import { linkTo } from "../../state/url/linkTo";
import { answer } from "../../words/answer";
import { unbroken } from "../../words/unbroken";
import { useApp, useServices } from "../appContext";
import { DEFAULT_DATASET } from "../datasets";
import { figureOf } from "../figures";
import { Notices } from "../layout/Notices";
import { Provenance } from "../layout/Provenance";
import { SceneView } from "../SceneView";
import { usePreparedFigure } from "../usePreparedFigure";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import styles from "./EmbedPage.module.css";

const NO_CELLS: readonly MapCell[] = [];

/** The page in another site's frame: where the data come from, the answer, the figure, and the way to the whole page. */
export default function EmbedPage() {
  const { store } = useServices();
  const { figure: theme } = useTheme();
  const held = useApp((s) => s.held);
  const answered = useApp((s) => s.answered);
  const cells = useApp((s) => s.overview?.cells) ?? NO_CELLS;
  const kind = useApp((s) => figureOf(s.view));
  const draw = usePreparedFigure(kind);
  const [ref, width] = useWidth<HTMLDivElement>();
  const told = held && answered && answer(answered.analysis, held.dataset.descriptor, cells);
  const scene = draw && width > 0 ? draw({ width, theme }) : null;
  return (
    <>
      <Provenance />
      <main className={styles["embed"]} aria-label={kind.title}>
        <Notices />
        <div role="status" aria-label="Answer" aria-busy={!told}>
          <h1 className={styles["headline"]}>{told ? unbroken(told.headline) : "Reading the trials …"}</h1>
        </div>
        <div ref={ref} className={styles["figure"]}>
          {scene && <SceneView scene={scene} />}
        </div>
        {held && (
          <p className={styles["more"]}>
            <a href={linkTo(store.getState(), DEFAULT_DATASET)} target="_blank" rel="noreferrer">
              Explore this in Understory
            </a>
          </p>
        )}
      </main>
    </>
  );
}
