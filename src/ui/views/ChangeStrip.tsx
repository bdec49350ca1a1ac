import { useMemo } from "react";
import { isAsOpened } from "../../state/asOpened";
import { referenceOf } from "../../state/selectors";
import { change } from "../../words/change";
import { midThreshold } from "../../words/midThreshold";
import { outcomeOf } from "../../words/phrase";
import { useApp, useServices } from "../appContext";
import styles from "./ChangeStrip.module.css";

/** What differs from the answer before, or from the one that the reader pinned, beside its ghost; and the ways back. */
export default function ChangeStrip() {
  const { actions } = useServices();
  const descriptor = useApp((s) => s.held?.dataset.descriptor);
  const answered = useApp((s) => s.answered);
  const reference = useApp(referenceOf);
  const pinned = useApp((s) => s.pinned);
  const lens = useApp((s) => s.lens);
  const asOpened = useApp(isAsOpened);
  const hasTicks = useApp((s) => s.view !== "time" && s.view !== "bias");
  const changed = useMemo(() => {
    if (!answered || !reference || !descriptor || reference.analysis === answered.analysis) return null;
    const { measure, selection } = answered.analysis;
    const mid = midThreshold(measure, outcomeOf(descriptor, selection.outcome), lens);
    return change(reference.analysis, answered.analysis, mid);
  }, [answered, reference, descriptor, lens]);
  const parts = changed?.parts ?? [];
  if (!answered || !descriptor) return null;
  const { overall, groups } = answered.analysis;
  const isThere = overall !== null || groups.some(({ pooled }) => pooled !== null);
  const isPinned = pinned?.analysis === answered.analysis;

  return (
    <>
      <div className={styles["told"]}>
        {pinned && <span>{pinnedText(isPinned, changed !== null)}</span>}
        {!pinned && parts.length === 0 && <p>{hint(descriptor.studyNoun.one, hasTicks)}</p>}
        {parts.map(({ kind, text, turned }) => (
          <span key={text} className={styles["part"]} data-kind={kind} data-turned={turned}>
            {text}
          </span>
        ))}
      </div>
      <div className={styles["acts"]}>
        {!pinned && parts.length > 0 && (
          <button type="button" onClick={() => leave(actions.undo)}>
            Put back
          </button>
        )}
        {(isThere || pinned) && (
          <button
            type="button"
            title={
              pinned ? "Compare with the answer before again" : "Hold on to this result and compare every other with it"
            }
            onClick={() => actions.pin(pinned === null)}
          >
            {pinned ? "Unpin" : "Pin"}
          </button>
        )}
        {!asOpened && (
          <button type="button" onClick={() => leave(actions.reset)}>
            {descriptor.defaults.preset === "published" ? "Back to the published view" : "Back to the first view"}
          </button>
        )}
      </div>
    </>
  );
}

function pinnedText(isItself: boolean, isComparable: boolean): string {
  if (isItself) return "This result is pinned: every other is compared with it.";
  return isComparable ? "Against the pinned result:" : "The pinned result answers another question.";
}

/** The button goes once the answer comes; the keyboard's place is kept before that. */
function leave(act: () => void): void {
  document.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
  act();
}

function hint(one: string, hasTicks: boolean): string {
  return hasTicks
    ? `Untick a ${one} to see what it changes.`
    : `Leave out a ${one} in the forest plot to see what it changes.`;
}
