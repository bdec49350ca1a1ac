import { lazy, Suspense } from "react";
import type { MapCell } from "../model/analysis";
import { answer } from "../words/answer";
import { unbroken } from "../words/unbroken";
import styles from "./AnswerPanel.module.css";
import { useApp } from "./appContext";
import { ErrorBoundary } from "./ErrorBoundary";
import { rowOf } from "./rowOf";

const NO_CELLS: readonly MapCell[] = [];

// What the numbers mean for patients is read after the numbers themselves.
const Lens = lazy(() => import("./lens/Lens"));

/** What the evidence says, in a sentence, its numbers on one line, and what to be careful of. */
export function AnswerPanel() {
  const held = useApp((s) => s.held);
  const answered = useApp((s) => s.answered);
  const cells = useApp((s) => s.overview?.cells) ?? NO_CELLS;
  const status = useApp((s) => s.status);
  const told = held && answered && answer(answered.analysis, held.dataset.descriptor, cells, rowOf(held.dataset));
  return (
    <section className={styles["answer"]}>
      <div role="status" aria-label="Answer" aria-busy={!told || status === "running"}>
        {told ? (
          <>
            <p className={styles["headline"]}>{unbroken(told.headline)}</p>
            {told.detail && <p className={styles["detail"]}>{unbroken(told.detail)}</p>}
            {told.numbers.length > 0 && (
              <dl className={styles["numbers"]}>
                {told.numbers.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
            {told.cautions.map((caution) => (
              <p key={caution} className={styles["caution"]}>
                {caution}
              </p>
            ))}
          </>
        ) : (
          <p className={styles["detail"]}>Reading the trials …</p>
        )}
      </div>
      {status === "failed" && (
        <p className={styles["caution"]}>
          The last change could not be computed; the numbers above are from before it. Undo it, or reload the page.
        </p>
      )}
      <div className={styles["lens"]}>
        <ErrorBoundary what="What it means">
          <Suspense>{held && answered && <Lens key={held.key} held={held} answered={answered} />}</Suspense>
        </ErrorBoundary>
      </div>
    </section>
  );
}
