import { useCallback, useDeferredValue, useMemo } from "react";
import { SUBSET_SPREADS } from "../../../model/subsets";
import { goshLayout } from "../../../plots/gosh/goshLayout";
import { studyLabel } from "../../../plots/summaryText";
import { counted, upperFirst } from "../../../words/phrase";
import { progressText, shareText, spreadName } from "../../../words/sensitivity/gosh";
import { unbroken } from "../../../words/unbroken";
import { useApp, useAsked, useServices } from "../../appContext";
import { EVERY_SUBSET } from "../../sensitivityFigures";
import { useTheme } from "../../useTheme";
import { useWidth } from "../../useWidth";
import styles from "./Gosh.module.css";
import { GoshFigure } from "./GoshFigure";
import { GoshRegion } from "./GoshRegion";
import { GoshStudies } from "./GoshStudies";
import { usePartInput } from "./partInput";
import { SaveButtons } from "./SaveButtons";
import { useCountedSubsets } from "./subsetsContext";
import { useLacking, useRegionShares } from "./useLacking";
import { useRegion } from "./useRegion";

const BESIDE_FROM = 820; // px
const BESIDE = 332; // of the controls and the gap

/** The results of every subset of the studies: whether they hang on one of them, or fall into two kinds. */
export default function Gosh() {
  const { actions } = useServices();
  const asked = usePartInput();
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  // With room for both the figure stands beside its controls, so that what they do is seen.
  const room = width < BESIDE_FROM ? width : width - BESIDE;
  const counting = useCountedSubsets();
  const held = useApp((s) => s.look.subsetStudy);
  const lit = useAsked((s) => s.lit);
  const { subsets = null, job = null, input = null } = counting.found ?? {};
  const listed = useDeferredValue(counting.found); // the list of studies follows the density
  const hold = useCallback((subsetStudy: string | null) => actions.setLook({ subsetStudy }), [actions]);
  const marked = useRegion(subsets?.measure.scale ?? "identity");
  const { region } = marked;
  const place = subsets && input ? placeOf(subsets.rowIds, (id) => input.rows(id).studyId, lit ?? held) : null;
  const lacking = useLacking(job, place);
  const layout = useMemo(
    () => (input && subsets && room > 0 ? goshLayout(input, subsets, { width: room, theme, split: place }) : null),
    [input, subsets, room, theme, place],
  );
  const inRegion = useRegionShares(job, subsets, region);
  const half = subsets ? 2 ** (subsets.rowIds.length - 1) / (2 ** subsets.rowIds.length - 1) : 0.5;
  const named =
    subsets && input && inRegion
      ? subsets.rowIds.map((id, i) => {
          return { slab: studyLabel(input.rows(id)), share: inRegion.shares[i] ?? 0, ofAll: half };
        })
      : null;
  return (
    <section className={styles["part"]} aria-label="Every subset" ref={ref}>
      <h3>Every subset</h3>
      {asked && !counting.job && (
        <p>
          Subsets need at least two {asked.descriptor.studyNoun.many} that are pooled; here there{" "}
          {pooledText(asked.analysis.overall?.k ?? 0, asked.descriptor.studyNoun)}.
        </p>
      )}
      {counting.progress && (
        <div className={styles["progress"]}>
          <progress aria-label="Subsets counted" max={counting.progress.total} value={counting.progress.done} />
          <span>{progressText(counting.progress)}</span>
          <button type="button" className={styles["button"]} onClick={counting.stop}>
            Cancel
          </button>
        </div>
      )}
      {(counting.isStopped || counting.hasFailed) && (
        <p className={styles["progress"]}>
          {counting.isStopped
            ? `Cancelled.${subsets ? " What is drawn is of the question before." : ""}`
            : "The count ended before its time."}
          <button type="button" className={styles["button"]} onClick={counting.again}>
            Count again
          </button>
        </p>
      )}
      {subsets && input && (
        <>
          <p>{unbroken(shareText(subsets, input.analysis.overall?.mu ?? null, input.descriptor, input.outcome))}</p>
          <label className={styles["choice"]}>
            Against{" "}
            <select
              value={subsets.spread}
              onChange={(event) => {
                const subsetSpread = SUBSET_SPREADS.find((one) => one === event.target.value) ?? "I2";
                actions.setLook({ subsetSpread, subsetRegion: null }); // its limits are of the former axis
              }}
            >
              {SUBSET_SPREADS.filter((one) => one !== "tau2" || input.analysis.model.method !== "EE").map((one) => (
                <option key={one} value={one}>
                  {upperFirst(spreadName(one, input.descriptor))}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <div className={styles["sides"]}>
        {layout && <GoshFigure layout={layout} lacking={lacking} region={region} onRegion={marked.mark} />}
        {subsets && input && (
          <div className={styles["tools"]}>
            <GoshRegion subsets={subsets} descriptor={input.descriptor} marked={marked} studies={named} />
            {listed && (
              <GoshStudies
                rowIds={listed.subsets.rowIds}
                input={listed.input}
                held={held}
                onHold={hold}
                inRegion={listed.job === job ? inRegion : null}
              />
            )}
          </div>
        )}
      </div>
      {subsets && <SaveButtons kind={EVERY_SUBSET} />}
    </section>
  );
}

function placeOf(rowIds: readonly number[], studyId: (rowId: number) => string, wanted: string | null): number | null {
  const place = wanted === null ? -1 : rowIds.findIndex((id) => studyId(id) === wanted);
  return place < 0 ? null : place;
}

function pooledText(k: number, noun: { readonly one: string; readonly many: string }): string {
  return k === 0 ? "is none" : `is ${counted(k, noun)}`;
}
