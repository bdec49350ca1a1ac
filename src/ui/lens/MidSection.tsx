import type { Descriptor } from "../../model/descriptor";
import { type LensReading, lensValue, midKey } from "../../model/lens";
import { midParts, midSentences, midSource, midText } from "../../words/lensMid";
import { unbroken } from "../../words/unbroken";
import { useApp, useServices } from "../appContext";
import styles from "./Lens.module.css";
import { NumberField } from "./NumberField";

interface Props {
  readonly reading: LensReading;
  readonly descriptor: Descriptor;
}

/** The smallest difference that matters, and the chance that a new setting's effect is as large. */
export function MidSection({ reading, descriptor }: Props) {
  const { actions } = useServices();
  const { measure, outcome, mid, scale } = reading;
  // Where the familiar scale allows it the difference is taken in its points, unless the reader gave it in SDs.
  const inSds = useApp((s) => lensValue(s.lens.mids, midKey(measure.measure, outcome)) !== null);
  const inPoints = scale?.takesPoints === true && !inSds;
  const key = midKey(inPoints ? "MD" : measure.measure, outcome);
  const isOwn = useApp((s) => lensValue(s.lens.mids, key) !== null);
  const isRatio = measure.scale === "log";
  const parts = mid && midParts(mid);
  return (
    <section className={styles["section"]}>
      <h3 className={styles["title"]}>Does it matter?</h3>
      <NumberField
        label="Smallest difference that matters"
        unit={inPoints ? "points" : measure.short}
        value={(inPoints ? mid?.points : mid?.value) ?? null}
        isOwn={isOwn}
        isValid={(value) => value > 0 && value < Infinity && !(isRatio && value === 1)}
        rule={isRatio ? "A ratio above 0 other than 1." : "A number above 0."}
        onEnter={(value) => actions.setLens("mids", key, value)}
      />
      <p className={styles["source"]}>
        {mid
          ? unbroken(`${midText(reading)}. ${midSource(mid)}`)
          : `State one${isRatio ? ", as a ratio such as 0.8," : ""} to see the chance that the effect in a new setting is as large.`}
      </p>
      {parts && (
        <>
          <p className={styles["lead"]}>In a new setting the true effect is expected to be</p>
          <ul className={styles["shares"]}>
            {parts.map(({ side, share, percent, label }) => (
              <li key={side} data-side={side}>
                <span className={styles["amount"]} style={{ width: `${100 * share}%` }} />
                <strong>{percent}</strong> {label}
              </li>
            ))}
          </ul>
        </>
      )}
      {midSentences(reading, descriptor).map((sentence) => (
        <p key={sentence}>{unbroken(sentence)}</p>
      ))}
    </section>
  );
}
