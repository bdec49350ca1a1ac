import type { Facet } from "../../model/analysis";
import type { Filter } from "../../model/selection";
import type { Held } from "../../state/appState";
import { formatInteger, formatNumber } from "../../words/number";
import { columnTitle, upperFirst } from "../../words/phrase";
import { useApp, useServices } from "../appContext";
import { CategoryFilter } from "./CategoryFilter";
import styles from "./Filters.module.css";
import { RangeFilter } from "./RangeFilter";

/** A filter for every further column that tells the studies of this cell apart. */
export function Filters({ held }: { readonly held: Held }) {
  const { actions } = useServices();
  const facets = useApp((s) => s.answered?.overview.facets) ?? [];
  const filters = useApp((s) => s.selection.filters);
  const { descriptor } = held.dataset;
  const useful = facets.filter((facet) => tellsApart(facet) || filters[facet.column]);
  if (useful.length === 0) return null;
  const active = Object.keys(filters).length;
  return (
    <section className={styles["filters"]}>
      <header>
        <h2>Filters</h2>
        {active > 0 && (
          <button type="button" onClick={() => actions.select({ filters: {} })}>
            Clear {active === 1 ? "1 filter" : `${formatInteger(active)} filters`}
          </button>
        )}
      </header>
      {useful.map((facet) => {
        const filter = filters[facet.column];
        return (
          <details key={facet.column} name="filter">
            <summary>
              <span>{upperFirst(columnTitle(facet.column, descriptor))}</span>
              <span className={styles["state"]}>{filter ? inShort(filter) : "All"}</span>
            </summary>
            {facet.kind === "category" ? (
              <CategoryFilter facet={facet} filter={filter} title={upperFirst(columnTitle(facet.column, descriptor))} />
            ) : (
              <RangeFilter facet={facet} filter={filter} title={upperFirst(columnTitle(facet.column, descriptor))} />
            )}
          </details>
        );
      })}
    </section>
  );
}

function tellsApart(facet: Facet): boolean {
  return facet.kind === "category" ? facet.values.length > 1 : facet.max > facet.min;
}

function inShort(filter: Filter): string {
  if (filter.kind === "range") return `${plain(filter.min)} to ${plain(filter.max)}`;
  const [first = "None", ...others] = filter.values;
  return others.length > 0 ? `${others.length + 1} chosen` : first || "Not reported";
}

/** Without thousands separators, since most of these numbers are years. */
function plain(x: number): string {
  return Number.isInteger(x) ? String(x).replace("-", "−") : formatNumber(x);
}
