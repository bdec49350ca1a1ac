import { useMemo } from "react";
import { change } from "../../words/change";
import { useApp, useServices } from "../appContext";
import { keepFocus } from "../keepFocus";

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
    actions.undo();
    keepFocus(() => document.querySelector("[role=tab][aria-selected=true]"));
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
