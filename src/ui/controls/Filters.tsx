import { useRef } from "react";
import type { Facet } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import type { Filter } from "../../model/selection";
import type { Held } from "../../state/appState";
import { formatInteger, formatNumber } from "../../words/number";
import { columnTitle, upperFirst } from "../../words/phrase";
import { useApp, useAsked, useServices } from "../appContext";
import { keepFocus } from "../keepFocus";
import { CategoryFilter } from "./CategoryFilter";
import styles from "./Filters.module.css";
import { RangeFilter } from "./RangeFilter";

const AT_ONCE = 6;

/** A filter for every further column that tells the studies of this cell apart. */
export function Filters({ held }: { readonly held: Held }) {
  const { actions } = useServices();
  const facets = useApp((s) => s.overview?.facets) ?? [];
  const filters = useAsked((s) => s.selection.filters);
  const section = useRef<HTMLElement>(null);
  const { descriptor } = held.dataset;
  const useful = facets.filter((facet) => tellsApart(facet) || filters[facet.column]);
  if (useful.length === 0) return null;
  const { primary, more } = inOrder(useful, descriptor);
  const active = Object.keys(filters).length;

  function clear(): void {
    actions.select({ filters: {} });
    keepFocus(() => section.current?.querySelector("summary"));
  }

  return (
    <section className={styles["filters"]} ref={section}>
      <header>
        <h2>Filters</h2>
        {active > 0 && (
          <button type="button" onClick={clear}>
            Clear {active === 1 ? "1 filter" : `${formatInteger(active)} filters`}
          </button>
        )}
      </header>
      {primary.map((facet) => (
        <FacetFilter key={facet.column} facet={facet} descriptor={descriptor} />
      ))}
      {more.length > 0 && (
        <details className={styles["more"]} open={more.some((facet) => filters[facet.column])}>
          <summary>
            <span>More columns</span>
            <span className={styles["state"]}>{more.length}</span>
          </summary>
          {more.map((facet) => (
            <FacetFilter key={facet.column} facet={facet} descriptor={descriptor} />
          ))}
        </details>
      )}
    </section>
  );
}

/** One column: what is kept of it, and on demand the way to change that. */
function FacetFilter({ facet, descriptor }: { readonly facet: Facet; readonly descriptor: Descriptor }) {
  const filter = useAsked((s) => s.selection.filters[facet.column]);
  const title = upperFirst(columnTitle(facet.column, descriptor));
  return (
    <details name="filter">
      <summary>
        <span>{title}</span>
        <span className={styles["state"]}>{filter ? inShort(filter) : "All"}</span>
      </summary>
      {facet.kind === "category" ? (
        <CategoryFilter facet={facet} filter={filter} title={title} />
      ) : (
        <RangeFilter facet={facet} filter={filter} title={title} />
      )}
    </details>
  );
}

/** The overall risk of bias and what describes the studies first; its single domains and what is beyond a screen after. */
function inOrder(facets: readonly Facet[], { columns }: Descriptor): Record<"primary" | "more", readonly Facet[]> {
  const domainOf = ({ column }: Facet) => columns.find((c) => c.name === column)?.riskOfBias ?? null;
  const overall = facets.filter((facet) => domainOf(facet) === "overall");
  const others = facets.filter((facet) => domainOf(facet) === null);
  const domains = facets.filter((facet) => ![null, "overall"].includes(domainOf(facet)));
  const primary = [...overall, ...others].slice(0, AT_ONCE);
  return { primary, more: [...overall, ...others, ...domains].slice(primary.length) };
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
