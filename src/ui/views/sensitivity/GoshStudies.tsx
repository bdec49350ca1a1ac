import { memo } from "react";
import type { PlotInput } from "../../../plots/forestInput";
import { studyLabel } from "../../../plots/summaryText";
import { partText } from "../../../words/sensitivity/share";
import { useAsked, useServices } from "../../appContext";
import styles from "./Gosh.module.css";
import type { RegionShares } from "./useLacking";

interface Props {
  readonly rowIds: readonly number[];
  readonly input: PlotInput;
  /** The study that stays split by, by `studyId`. */
  readonly held: string | null;
  readonly onHold: (studyId: string | null) => void;
  /** null without a region, and while it is counted. */
  readonly inRegion: RegionShares | null;
}

/** The studies: pointing at one splits the density by it, a press holds it; with a region, how often each is in it. */
export const GoshStudies = memo(function GoshStudies({ rowIds, input, held, onHold, inRegion }: Props) {
  const { actions } = useServices();
  const lit = useAsked((s) => s.lit);
  const { studyNoun } = input.descriptor;
  return (
    <fieldset className={styles["studies"]} onPointerLeave={() => actions.light(null)}>
      <legend>Split by a {studyNoun.one}</legend>
      <p className={styles["hint"]}>
        Point at one to see the subsets with it and without it, press to keep it so.
        {inRegion &&
          ` Bars: how often it is in the subsets of the region${inRegion.isExact ? "" : ", by the estimate alone"}; the mark is one half.`}
      </p>
      <ul>
        {rowIds.map((rowId, place) => {
          const row = input.rows(rowId);
          const share = inRegion?.shares[place];
          return (
            <li key={rowId}>
              <button
                type="button"
                aria-pressed={held === row.studyId}
                data-lit={lit === row.studyId}
                onPointerEnter={() => actions.light(row.studyId)}
                onFocus={() => actions.light(row.studyId)}
                onBlur={() => actions.light(null)}
                onClick={() => onHold(held === row.studyId ? null : row.studyId)}
              >
                <span>{studyLabel(row)}</span>
                {share !== undefined && (
                  <>
                    <span className={styles["bar"]} aria-hidden="true">
                      <span style={{ width: `${100 * share}%` }} />
                    </span>
                    <span className={styles["share"]}>{partText(share, 1)}</span>
                  </>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
});
