import type { Descriptor } from "../../model/descriptor";
import { type LensReading, lensValue } from "../../model/lens";
import { scaleEstimate, scaleName, scaleSentences, superiorityText } from "../../words/lensScale";
import { outcomeOf } from "../../words/phrase";
import { unbroken } from "../../words/unbroken";
import { useApp, useServices } from "../appContext";
import styles from "./Lens.module.css";
import { NumberField } from "./NumberField";

const IN_SDS: readonly string[] = ["SMD", "SMDH", "SMD1"];

interface Props {
  readonly reading: LensReading;
  readonly descriptor: Descriptor;
}

/** A standardised difference on a scale that clinicians know, by a stated standard deviation. */
export function ScaleSection({ reading, descriptor }: Props) {
  const { actions } = useServices();
  const { scale, outcome, measure } = reading;
  const isOwn = useApp((s) => lensValue(s.lens.sds, outcome) !== null);
  if (!IN_SDS.includes(measure.measure)) return null;
  const superiority = superiorityText(reading, descriptor);
  return (
    <section className={styles["section"]}>
      <h3 className={styles["title"]}>{scale ? `On ${scaleName(scale)}` : "On a familiar scale"}</h3>
      <NumberField
        label="Standard deviation"
        unit={scale?.unit ?? outcomeOf(descriptor, outcome).unit ?? "of a scale that you know"}
        value={scale?.sd ?? null}
        isOwn={isOwn}
        isValid={(value) => value > 0 && value < Infinity}
        rule="A number above 0."
        onEnter={(value) => actions.setLens("sds", outcome, value)}
      />
      {scale ? (
        <p className={styles["estimate"]}>{unbroken(`A difference of ${scaleEstimate(scale, reading.level)}`)}</p>
      ) : (
        <p className={styles["source"]}>State one to see the result in that scale’s points.</p>
      )}
      {[...scaleSentences(reading, descriptor), superiority].filter(Boolean).map((sentence) => (
        <p key={sentence}>{unbroken(sentence)}</p>
      ))}
    </section>
  );
}
