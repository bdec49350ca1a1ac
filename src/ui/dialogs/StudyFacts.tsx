import type { Descriptor } from "../../model/descriptor";
import { participants, type Row } from "../../model/study";
import { biasColumns } from "../../plots/riskOfBias";
import type { Held } from "../../state/appState";
import { formatInteger } from "../../words/number";
import { columnTitle, sentence, upperFirst } from "../../words/phrase";
import styles from "./StudyDialog.module.css";

/** How each domain was judged, the overall judgement last. */
export function StudyBias({ row, descriptor }: { readonly row: Row; readonly descriptor: Descriptor }) {
  const columns = biasColumns(descriptor, "all");
  if (columns.length === 0) return null;
  return (
    <section>
      <h3>Risk of bias</h3>
      <dl className={styles["facts"]}>
        {columns.map(({ column, domain }) => (
          <div key={column}>
            <dt>{upperFirst(domain)}</dt>
            <dd>{row.columns[column] ?? "not judged"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Where the data come from. */
export function StudySource({ descriptor: { figureNote, citation, doi } }: { readonly descriptor: Descriptor }) {
  return (
    <p className={styles["source"]}>
      {sentence(figureNote)}
      {citation !== null && ` ${citation}`}
      {doi !== null && (
        <>
          {" "}
          <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer">
            doi:{doi}
          </a>
        </>
      )}
    </p>
  );
}

/** Every further column that is no judgement. */
export function StudyFacts({ row, held }: { readonly row: Row; readonly held: Held }) {
  const { descriptor } = held.dataset;
  const N = participants(row);
  const facts = [
    { title: "Year", value: row.year === null ? null : String(row.year) },
    { title: upperFirst(descriptor.peopleNoun.many), value: N === null ? null : formatInteger(N) },
    ...descriptor.columns
      .filter((column) => column.riskOfBias === null)
      .map(({ name }) => ({
        title: upperFirst(columnTitle(name, descriptor)),
        value: row.columns[name] ?? null,
      })),
  ].filter(({ value }) => value !== null);
  return (
    <dl className={styles["facts"]}>
      {facts.map(({ title, value }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
