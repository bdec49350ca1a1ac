import { FILL_ESTIMATORS, FILL_SIDES, type FillChoice } from "../../../model/smallStudy";
import { FILL_ESTIMATOR_NAMES, FILL_SIDE_NAMES } from "../../../words/smallStudy";
import { useAsked, useServices } from "../../appContext";
import styles from "./SmallStudy.module.css";

/** How trim and fill counts the missing studies, and on which side. */
export function FillChoices() {
  const { actions } = useServices();
  const fill = useAsked((s) => s.look.fill);
  const set = (change: Partial<FillChoice>) => actions.setLook({ fill: { ...fill, ...change } });
  return (
    <div className={styles["choices"]}>
      <label>
        <span>Missing ones are counted by</span>
        <select
          value={fill.estimator}
          onChange={({ target }) => set({ estimator: FILL_ESTIMATORS.find((one) => one === target.value) ?? "L0" })}
        >
          {FILL_ESTIMATORS.map((estimator) => (
            <option key={estimator} value={estimator}>
              {FILL_ESTIMATOR_NAMES[estimator]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>They are missing</span>
        <select
          value={fill.side}
          onChange={({ target }) => set({ side: FILL_SIDES.find((one) => one === target.value) ?? "data" })}
        >
          {FILL_SIDES.map((side) => (
            <option key={side} value={side}>
              {FILL_SIDE_NAMES[side]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
