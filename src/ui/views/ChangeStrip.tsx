import { useMemo } from "react";
import { change } from "../../words/change";
import { useApp, useServices } from "../appContext";

/** What the last change did to the result, beside the ghost of the one before. */
export default function ChangeStrip() {
  const { actions } = useServices();
  const answered = useApp((s) => s.answered);
  const previous = useApp((s) => s.previous);
  const changed = useMemo(
    () => (answered && previous ? change(previous.analysis, answered.analysis) : null),
    [answered, previous],
  );

  function putBack(): void {
    // The button goes once the answer comes; the keyboard's place is kept before that.
    document.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
    actions.undo();
  }

  if (!changed || changed.parts.length === 0) return null;
  return (
    <>
      {changed.parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      <button type="button" onClick={putBack}>
        Put back
      </button>
    </>
  );
}
