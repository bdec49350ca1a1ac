import type { Analysis } from "../../model/analysis";
import { effectText } from "../../words/effectText";
import { formatInteger } from "../../words/number";
import type { Preview, PreviewStudy } from "../../worker/import/protocol";
import table from "../Table.module.css";
import styles from "./MappingStep.module.css";

/** The first rows as they were understood. */
export function RowsRead({ preview: { studies, count, analysis } }: { readonly preview: Preview }) {
  const numbered = studies.map((study, number) => ({ ...study, number }));
  return (
    <details className={styles["rows"]}>
      <summary>
        {studies.length < count ? `The first ${studies.length} of ${formatInteger(count)} rows` : "The rows"} as they
        are read
      </summary>
      <div className={table["scroll"]}>
        <table className={table["table"]}>
          <thead>
            <tr>
              <th scope="col">Study</th>
              <th scope="col">Outcome</th>
              <th scope="col">Timepoint</th>
              <th scope="col">Comparator</th>
              <th scope="col">Effect</th>
            </tr>
          </thead>
          <tbody>
            {numbered.map(({ number, slab, outcome, timepoint, comparator, effect }) => (
              <tr key={number}>
                <th scope="row">{slab}</th>
                <td>{outcome}</td>
                <td>{timepoint}</td>
                <td>{comparator}</td>
                <td>{effectOf(effect, outcome, analysis)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Only the outcome that is pooled has a measure to write its effects by. */
function effectOf(effect: PreviewStudy["effect"], outcome: string, analysis: Analysis | null): string {
  if (!effect) return "cannot be estimated";
  if (analysis?.selection.outcome !== outcome) return "";
  return effectText({ ...effect, mu: effect.yi }, analysis.measure, analysis.model.level);
}
