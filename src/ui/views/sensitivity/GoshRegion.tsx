import { useId } from "react";
import type { Descriptor } from "../../../model/descriptor";
import { binsWithin, countWithin, edgeOf, type RegionBins, widerBins } from "../../../model/subsetCounts";
import type { Subsets } from "../../../model/subsets";
import { estimateText } from "../../../words/effectText";
import { formatNumber, formatPercent } from "../../../words/number";
import { upperFirst } from "../../../words/phrase";
import { type RegionStudy, regionText, spreadName } from "../../../words/sensitivity/gosh";
import { unbroken } from "../../../words/unbroken";
import styles from "./Gosh.module.css";
import type { MarkedRegion } from "./useRegion";

interface Props {
  readonly subsets: Subsets;
  readonly descriptor: Descriptor;
  readonly marked: MarkedRegion;
  /** Studies with their shares of the region; null while they are counted. */
  readonly studies: readonly RegionStudy[] | null;
}

type Axis = "estimate" | "spread";

/** The limits of the region by keyboard and by finger, and in words what lies in it. */
export function GoshRegion({ subsets, descriptor, marked, studies }: Props) {
  const { region, move, settle } = marked;
  const bins = widerBins(subsets);
  const within: RegionBins = region
    ? binsWithin(subsets, region)
    : { estimate: [0, bins.estimate], spread: [0, bins.spread] };
  const limits = {
    estimate: valuesOf(subsets, "estimate", within.estimate),
    spread: valuesOf(subsets, "spread", within.spread),
  };

  function change(axis: Axis, end: 0 | 1, bin: number): void {
    const [from, to] = within[axis];
    const moved = end === 0 ? ([Math.min(bin, to - 1), to] as const) : ([from, Math.max(bin, from + 1)] as const);
    const next = { ...limits, [axis]: valuesOf(subsets, axis, moved) };
    const isAll = moved[0] === 0 && moved[1] === bins[axis] && (region === null || isWhole(within, bins, axis));
    move(isAll ? null : next);
  }

  return (
    <fieldset className={styles["limits"]}>
      <legend>Region</legend>
      <p className={styles["hint"]}>Drag over the figure with a mouse, or set the limits here.</p>
      <div className={styles["sliders"]}>
        {(["estimate", "spread"] as const).flatMap((axis) =>
          ([0, 1] as const).map((end) => (
            <Limit
              key={`${axis} ${end}`}
              name={`${nameOf(subsets, axis, descriptor)} ${end === 0 ? "from" : "to"}`}
              bins={bins[axis]}
              bin={within[axis][end]}
              text={textOf(subsets, axis, limits[axis][end])}
              onBin={(bin) => change(axis, end, bin)}
              onSettle={settle}
            />
          )),
        )}
      </div>
      <p role="status" className={styles["found"]}>
        {region && unbroken(regionText(countWithin(subsets, within), subsets, limits, studies, descriptor.studyNoun))}
      </p>
      {region && (
        <button type="button" className={styles["button"]} onClick={() => marked.mark(null)}>
          Clear the region
        </button>
      )}
    </fieldset>
  );
}

interface LimitProps {
  readonly name: string;
  readonly bins: number;
  readonly bin: number;
  readonly text: string;
  readonly onBin: (bin: number) => void;
  /** Once the slider is let go. */
  readonly onSettle: () => void;
}

function Limit({ name, bins, bin, text, onBin, onSettle }: LimitProps) {
  const id = useId();
  return (
    <div className={styles["limit"]}>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={bins}
        value={bin}
        aria-valuetext={text}
        onChange={(event) => onBin(event.target.valueAsNumber)}
        onPointerUp={onSettle}
        onKeyUp={onSettle}
        onBlur={onSettle}
      />
      <span aria-hidden="true">{text}</span>
    </div>
  );
}

function isWhole(within: RegionBins, bins: Readonly<Record<Axis, number>>, changed: Axis): boolean {
  const other = changed === "estimate" ? "spread" : "estimate";
  return within[other][0] === 0 && within[other][1] === bins[other];
}

function valuesOf(subsets: Subsets, axis: Axis, [from, to]: readonly [number, number]): readonly [number, number] {
  const line = axis === "estimate" ? subsets.estimateAxis : subsets.spreadAxis;
  const bins = widerBins(subsets)[axis];
  return [edgeOf(line, from, bins), edgeOf(line, to, bins)];
}

function nameOf({ measure, spread }: Subsets, axis: Axis, descriptor: Descriptor): string {
  if (axis === "estimate") return measure.short;
  return upperFirst(spreadName(spread, descriptor));
}

function textOf({ measure, spread }: Subsets, axis: Axis, value: number): string {
  if (axis === "estimate") return estimateText(value, measure);
  if (spread === "k") return formatNumber(value, 1);
  return spread === "I2" ? formatPercent(value) : formatNumber(value, 3);
}
