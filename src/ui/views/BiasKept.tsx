import { useRef } from "react";
import { biasColumns } from "../../plots/riskOfBias";
import { upperFirst } from "../../words/phrase";
import { useApp, useAsked, useServices } from "../appContext";
import { keepFocus } from "../keepFocus";
import styles from "./BiasView.module.css";

/** Which judgements are kept, each with the way back; else what a press on a judgement does. */
export function BiasKept() {
  const { actions } = useServices();
  const descriptor = useApp((s) => s.held?.dataset.descriptor);
  const filters = useAsked((s) => s.selection.filters);
  const line = useRef<HTMLDivElement>(null);
  if (!descriptor) return null;
  const kept = biasColumns(descriptor, "all").flatMap(({ column, domain }) => {
    const filter = filters[column];
    if (filter?.kind !== "values") return [];
    const values = filter.values.map((value) => value || "Not reported").join(", ");
    return [{ column, text: `${upperFirst(domain)}: ${values || "none"}` }];
  });
  return (
    <div ref={line} className={styles["kept"]} tabIndex={-1}>
      {kept.length === 0
        ? `Press a judgement to keep only the ${descriptor.studyNoun.many} with it.`
        : kept.map(({ column, text }) => (
            <button
              key={column}
              type="button"
              aria-label={`${text}. Show all judgements again`}
              onClick={() => {
                actions.setFilter(column, null);
                keepFocus(() => line.current);
              }}
            >
              {text} <span aria-hidden="true">×</span>
            </button>
          ))}
    </div>
  );
}
