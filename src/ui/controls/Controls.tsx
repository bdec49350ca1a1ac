import type { Descriptor } from "../../model/descriptor";
import { MEASURES, type Measure, type MeasureInfo } from "../../model/measure";
import type { Held } from "../../state/appState";
import { compareOptions } from "../../state/url/correct";
import { columnTitle, upperFirst } from "../../words/phrase";
import { useApp, useAsked, useServices } from "../appContext";
import { Comparators } from "./Comparators";
import styles from "./Controls.module.css";
import { Filters } from "./Filters";
import { ModelControl } from "./ModelControl";

/** Short enough to be read whole in the rail: "SMD (Hedges’ g)", "Risk ratio". */
function measureLabel(measure: Measure, shown: MeasureInfo | undefined): string {
  if (measure === "SMD") return "SMD (Hedges’ g)";
  return upperFirst(measure === shown?.measure ? shown.name : MEASURES[measure].name);
}

const NONE: readonly Measure[] = [];

function Columns({ names, descriptor }: { readonly names: readonly string[]; readonly descriptor: Descriptor }) {
  return names.map((name) => (
    <option key={name} value={name}>
      {upperFirst(columnTitle(name, descriptor))}
    </option>
  ));
}

/** Everything that a question is made of beside its cell of the map. */
export function Controls({ held }: { readonly held: Held }) {
  const { actions } = useServices();
  const compareBy = useAsked((s) => s.selection.compareBy);
  const thenBy = useAsked((s) => s.selection.thenBy);
  const shown = useApp((s) => s.answered?.analysis.measure);
  const measures = useApp((s) => s.answered?.analysis.measures) ?? NONE;
  const { descriptor } = held.dataset;
  const options = compareOptions(descriptor);
  return (
    <div className={styles["controls"]}>
      <Comparators held={held} />
      <label className={styles["field"]}>
        <span>Compare by</span>
        <select value={compareBy ?? ""} onChange={(e) => actions.compare(e.target.value || null, thenBy)}>
          <option value="">Nothing: all together</option>
          <Columns names={options} descriptor={descriptor} />
        </select>
      </label>
      {compareBy !== null && options.length > 1 && (
        <label className={styles["field"]}>
          <span>Then by</span>
          <select value={thenBy ?? ""} onChange={(e) => actions.compare(compareBy, e.target.value || null)}>
            <option value="">Nothing more</option>
            <Columns names={options.filter((name) => name !== compareBy)} descriptor={descriptor} />
          </select>
        </label>
      )}
      <label className={styles["field"]}>
        <span>Measure</span>
        <select
          value={shown?.measure ?? ""}
          disabled={measures.length < 2}
          onChange={(e) => actions.select({ measure: measures.find((m) => m === e.target.value) ?? null })}
        >
          {measures.map((measure) => (
            <option key={measure} value={measure}>
              {measureLabel(measure, shown)}
            </option>
          ))}
        </select>
      </label>
      <ModelControl descriptor={descriptor} />
      <Filters held={held} />
      <button type="button" className={styles["link"]} onClick={actions.reset}>
        Back to the first view
      </button>
    </div>
  );
}
