import type { Facet } from "../../model/analysis";
import type { Filter } from "../../model/selection";
import { formatInteger } from "../../words/number";
import { useServices } from "../appContext";
import styles from "./Filters.module.css";

interface Props {
  readonly facet: Extract<Facet, { kind: "category" }>;
  readonly filter: Filter | undefined;
  readonly title: string;
}

/** A checkbox per value, with how many rows it would keep. All ticked is no filter. */
export function CategoryFilter({ facet, filter, title }: Props) {
  const { actions } = useServices();
  const all = facet.values.map(({ value }) => value);
  const chosen = filter?.kind === "values" ? filter.values : all;

  function toggle(value: string): void {
    const next = chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value];
    const everything = all.every((v) => next.includes(v));
    actions.setFilter(facet.column, everything ? null : { kind: "values", values: next });
  }

  return (
    <fieldset aria-label={title} className={styles["values"]}>
      {facet.values.map(({ value, k }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{value || "Not reported"}</span>
          <span className={styles["count"]}>{formatInteger(k)}</span>
        </label>
      ))}
    </fieldset>
  );
}
