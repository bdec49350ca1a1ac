import type { Facet } from "../../model/analysis";
import type { Filter } from "../../model/selection";
import { useServices } from "../appContext";
import styles from "./Filters.module.css";

interface Props {
  readonly facet: Extract<Facet, { kind: "number" }>;
  readonly filter: Filter | undefined;
  readonly title: string;
}

const HEIGHT = 28;
const STEPS = 100;

/** A small histogram of the column, and a slider for each end of the range that is kept. */
export function RangeFilter({ facet, filter, title }: Props) {
  const { actions } = useServices();
  const { min: lowest, max: highest, bins, column } = facet;
  const { min, max } = filter?.kind === "range" ? filter : { min: lowest, max: highest };
  const step = Number.isInteger(lowest) && Number.isInteger(highest) ? 1 : (highest - lowest) / STEPS;
  const tallest = Math.max(...bins, 1);

  function keep(from: number, to: number): void {
    const everything = from <= lowest && to >= highest;
    actions.setFilter(column, everything ? null : { kind: "range", min: from, max: to });
  }

  return (
    <fieldset aria-label={title} className={styles["range"]}>
      <svg viewBox={`0 0 ${bins.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {bins.map((count, i) => {
          const height = (count / tallest) * HEIGHT;
          // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place in the range
          return <rect key={i} x={i + 0.08} y={HEIGHT - height} width={0.84} height={height} fill="currentColor" />;
        })}
      </svg>
      <label>
        <span>From</span>
        <input
          type="range"
          min={lowest}
          max={highest}
          step={step}
          value={min}
          onChange={(e) => keep(Math.min(Number(e.target.value), max), max)}
        />
        <output>{Number(min.toFixed(2))}</output>
      </label>
      <label>
        <span>To</span>
        <input
          type="range"
          min={lowest}
          max={highest}
          step={step}
          value={max}
          onChange={(e) => keep(min, Math.max(Number(e.target.value), min))}
        />
        <output>{Number(max.toFixed(2))}</output>
      </label>
    </fieldset>
  );
}
