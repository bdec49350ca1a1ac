import { useMemo, useState } from "react";
import type { SubsetRegion, SubsetSpread, Subsets } from "../../../model/subsets";
import type { PlotInput } from "../../../plots/forestInput";
import { goshScene } from "../../../plots/gosh/gosh";
import { goshLayout } from "../../../plots/gosh/goshLayout";
import { studyLabel } from "../../../plots/summaryText";
import { LIGHT } from "../../../scene/themes";
import type { AppState } from "../../../state/appState";
import { counted, upperFirst } from "../../../words/phrase";
import { progressText, shareText, spreadName } from "../../../words/sensitivity/gosh";
import { unbroken } from "../../../words/unbroken";
import { useAsked, useServices } from "../../appContext";
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

const SPREADS: readonly SubsetSpread[] = ["I2", "tau2", "k"];
const BESIDE_FROM = 820; // px
const BESIDE = 332; // of the controls and the gap
const FILE_WIDTH = 760;

/** The results of every subset of the studies: whether they hang on one of them, or fall into two kinds. */
export default function Gosh() {
  const { store } = useServices();
  const asked = usePartInput();
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  // With room for both the figure stands beside its controls, so that what they do is seen.
  const room = width < BESIDE_FROM ? width : width - BESIDE;
  const { counting, setSpread } = useCountedSubsets();
  const [region, setRegion] = useState<SubsetRegion | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const lit = useAsked((s) => s.lit);
  const { subsets = null, job = null, input = null } = counting.found ?? {};
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
              onChange={(event) => setSpread(SPREADS.find((one) => one === event.target.value) ?? "I2")}
            >
              {SPREADS.filter((one) => one !== "tau2" || input.analysis.model.method !== "EE").map((one) => (
                <option key={one} value={one}>
                  {upperFirst(spreadName(one, input.descriptor))}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <div className={styles["sides"]}>
        {layout && <GoshFigure layout={layout} lacking={lacking} region={region} onRegion={setRegion} />}
        {subsets && input && (
          <div className={styles["tools"]}>
            <GoshRegion
              subsets={subsets}
              descriptor={input.descriptor}
              region={region}
              onRegion={setRegion}
              studies={named}
            />
            <GoshStudies rowIds={subsets.rowIds} input={input} held={held} onHold={setHeld} inRegion={inRegion} />
          </div>
        )}
      </div>
      {subsets && input && (
        <SaveButtons
          onFigure={() => void saveSubsets(input, subsets, store.getState())}
          onNumbers={() => void import("./allFile").then((file) => file.saveSubsetCounts(input, subsets))}
        />
      )}
    </section>
  );
}

/** The whole figure, not split, in the light theme. */
async function saveSubsets(input: PlotInput, subsets: Subsets, state: AppState): Promise<void> {
  const { saveFigure } = await import("./studyFile");
  const scene = goshScene(goshLayout(input, subsets, { width: FILE_WIDTH, theme: LIGHT, split: null }), true);
  await saveFigure(input, scene, "every-subset", state);
}

function placeOf(rowIds: readonly number[], studyId: (rowId: number) => string, wanted: string | null): number | null {
  const place = wanted === null ? -1 : rowIds.findIndex((id) => studyId(id) === wanted);
  return place < 0 ? null : place;
}

function pooledText(k: number, noun: { readonly one: string; readonly many: string }): string {
  return k === 0 ? "is none" : `is ${counted(k, noun)}`;
}
