import { useId, useRef, useState } from "react";
import type { Facet } from "../../model/analysis";
import { useApp, useAsked } from "../appContext";
import { CategoryFilter } from "../controls/CategoryFilter";
import { RangeFilter } from "../controls/RangeFilter";
import { Icon } from "../Icon";
import styles from "./TableView.module.css";

const WIDTH = 264; // px
const EDGE = 8; // px kept free at the window's sides

interface Props {
  readonly column: string;
  readonly title: string;
}

function tellsApart(facet: Facet): boolean {
  return facet.kind === "category" ? facet.values.length > 1 : facet.max > facet.min;
}

/** The filter of a column, in its head; it is the same filter as beside the figure. Nothing for a column without one. */
export function ColumnMenu({ column, title }: Props) {
  const facet = useApp((s) => s.overview?.facets.find((f) => f.column === column));
  const filter = useAsked((s) => s.selection.filters[column]);
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number } | null>(null);
  const id = useId();
  if (!facet || !(tellsApart(facet) || filter)) return null;

  function follow(isOpen: boolean): void {
    const box = button.current?.getBoundingClientRect();
    const left = Math.max(EDGE, Math.min(box?.left ?? EDGE, innerWidth - WIDTH - EDGE));
    setPlace(isOpen && box ? { left, top: box.bottom + 4 } : null);
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        className={styles["menu"]}
        popoverTarget={id}
        aria-label={`Filter by ${title}`}
        data-on={filter !== undefined}
      >
        <Icon name="controls" />
      </button>
      <div
        id={id}
        popover="auto"
        className={styles["filter"]}
        style={{ width: WIDTH, left: place?.left ?? 0, top: place?.top ?? 0 }}
        onBeforeToggle={(event) => follow(event.newState === "open")}
      >
        {place &&
          (facet.kind === "category" ? (
            <CategoryFilter facet={facet} filter={filter} title={title} />
          ) : (
            <RangeFilter facet={facet} filter={filter} title={title} />
          ))}
      </div>
    </>
  );
}
