import type { Judged } from "../../words/biasText";
import { useApp, useAsked, useServices } from "../appContext";
import { judgedValues, keepsOnly } from "./judgedValues";

/** Keeps only the studies with one judgement in one column, or all again; and tells whether only these are kept. */
export function useKeepJudged() {
  const { actions } = useServices();
  const held = useApp((s) => s.held);
  const filters = useAsked((s) => s.selection.filters);
  const valuesOf = (column: string, judged: Judged) => (held ? judgedValues(held.dataset, column, judged) : []);
  return {
    isKept: (column: string, judged: Judged) => keepsOnly(filters[column], valuesOf(column, judged)),
    toggle: (column: string, judged: Judged) => {
      const values = valuesOf(column, judged);
      actions.setFilter(column, keepsOnly(filters[column], values) ? null : { kind: "values", values });
    },
  };
}
