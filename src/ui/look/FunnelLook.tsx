import { useId, useMemo } from "react";
import type { FunnelAxis } from "../../model/look";
import type { PlotInput } from "../../plots/forestInput";
import { hasSizes, sizeOf } from "../../plots/funnelScale";
import { columnTitle, upperFirst } from "../../words/phrase";
import { useAsked, useServices } from "../appContext";
import styles from "./FunnelLook.module.css";

const AXES: readonly (readonly [FunnelAxis, string])[] = [
  ["se", "Standard error"],
  ["precision", "1 / standard error"],
  ["size", "Size of the arms"],
];
const MOST_VALUES = 12; // of a column that colours points: more cannot be told apart

/** How the funnel plot is drawn: what it stands on, what its colours mean, and what trim and fill would add. */
export function FunnelLook({ input }: { readonly input: PlotInput }) {
  const { setLook } = useServices().actions;
  const { funnelAxis, colourBy, trimFill } = useAsked((s) => s.look);
  const columns = useMemo(() => colourColumns(input), [input]);
  const isSized = useMemo(() => knowsSizes(input), [input]);
  const whyNot = useId();
  const { compareBy } = input.analysis.selection;
  const { overall } = input.analysis;
  const chosen = colourBy === compareBy ? null : colourBy;
  return (
    <div className={styles["choices"]}>
      <label>
        <span>Vertical axis</span>
        <select
          value={isSized || funnelAxis !== "size" ? funnelAxis : "se"}
          onChange={(event) => {
            const axis = AXES.find(([name]) => name === event.target.value)?.[0];
            if (axis) setLook({ funnelAxis: axis });
          }}
        >
          {AXES.map(([name, title]) => (
            <option key={name} value={name} disabled={name === "size" && !isSized}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {columns.length > 0 && (
        <label>
          <span>Colour by</span>
          <select value={chosen ?? ""} onChange={(event) => setLook({ colourBy: event.target.value || null })}>
            <option value="">{compareBy === null ? "Nothing" : titleOf(compareBy, input)}</option>
            {columns.map((name) => (
              <option key={name} value={name}>
                {titleOf(name, input)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <input
          type="checkbox"
          checked={trimFill}
          disabled={overall === null && !trimFill}
          aria-describedby={overall === null ? whyNot : undefined}
          onChange={(event) => setLook({ trimFill: event.target.checked })}
        />
        Trim and fill
      </label>
      {overall === null && <p id={whyNot}>Trim and fill needs one pooled result.</p>}
    </div>
  );
}

/** Columns with at least two values among the studies shown, the compared one not among them. */
function colourColumns({ analysis, rows, descriptor }: PlotInput): readonly string[] {
  const shown = analysis.studies.map(({ rowId }) => rows(rowId));
  const tells = (values: readonly unknown[]) => {
    const different = new Set(values).size;
    return different > 1 && different <= MOST_VALUES;
  };
  const categories = descriptor.columns
    .filter(({ name, type }) => type === "category" && tells(shown.map((row) => row.columns[name] ?? "")))
    .map(({ name }) => name);
  const hasComparators = tells(shown.map((row) => row.comparator));
  return [...(hasComparators ? ["comparator"] : []), ...categories].filter(
    (name) => name !== analysis.selection.compareBy,
  );
}

function titleOf(column: string, { descriptor }: PlotInput): string {
  return upperFirst(columnTitle(column, descriptor));
}

function knowsSizes({ analysis, rows }: PlotInput): boolean {
  return hasSizes(
    analysis.studies.flatMap(({ rowId, effect }) =>
      effect ? [{ sei: Math.sqrt(effect.vi), size: sizeOf(rows(rowId)) }] : [],
    ),
  );
}
