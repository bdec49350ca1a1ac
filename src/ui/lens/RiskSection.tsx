import { useEffect, useRef } from "react";
import type { Analysis } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import { type LensReading, lensValue } from "../../model/lens";
import { baselineSource, differenceText, eventText, inThousand, riskSentences } from "../../words/lensRisk";
import { lowerFirst, outcomeOf } from "../../words/phrase";
import { unbroken } from "../../words/unbroken";
import { useApp, useServices } from "../appContext";
import { IconArray } from "./IconArray";
import styles from "./Lens.module.css";
import { NumberField } from "./NumberField";

interface Props {
  readonly reading: LensReading;
  readonly analysis: Analysis;
  readonly descriptor: Descriptor;
  readonly risk: number;
  /** With the risk while the slider moves; null once it is let go. */
  readonly onSlide: (risk: number | null) => void;
}

/** The result among a thousand people whose risk without the intervention the reader can set. */
export function RiskSection({ reading, analysis, descriptor, risk, onSlide }: Props) {
  const { actions } = useServices();
  const { outcome } = reading;
  const isOwn = useApp((s) => lensValue(s.lens.baselines, outcome) !== null);
  const slider = useRef<HTMLInputElement>(null);
  const set = (value: number | null) => actions.setLens("baselines", outcome, value);

  // React's onChange is each move of the thumb; the browser's own change event is its letting go.
  useEffect(() => {
    const input = slider.current;
    const letGo = () => {
      if (!input) return;
      actions.setLens("baselines", outcome, Number(input.value) / 1000);
      onSlide(null);
    };
    input?.addEventListener("change", letGo);
    return () => input?.removeEventListener("change", letGo);
  }, [actions, outcome, onSlide]);

  const average = reading.risk?.average;
  const control = lowerFirst(descriptor.arms.control);
  const chanceWord = outcomeOf(descriptor, outcome).better === "lower" ? "Risk" : "Chance";
  return (
    <section className={styles["people"]}>
      <h3 className={styles["title"]}>Among 1,000 {descriptor.peopleNoun.many}</h3>
      <div className={styles["risk"]}>
        <NumberField
          label={`${chanceWord} of ${eventText(reading, descriptor)} with ${control}`}
          unit="per 1,000"
          value={1000 * risk}
          isOwn={isOwn}
          isValid={(value) => value > 0 && value < 1000}
          rule="A number between 0 and 1,000."
          onEnter={(value) => set(value === null ? null : value / 1000)}
        />
        <input
          ref={slider}
          className={styles["slider"]}
          type="range"
          min={1}
          max={999}
          value={Math.round(1000 * risk)}
          aria-label={`${chanceWord} with ${control}, per 1,000`}
          onChange={(event) => onSlide(Number(event.target.value) / 1000)}
        />
      </div>
      {reading.risk && <p className={styles["source"]}>{baselineSource(reading.risk)}</p>}
      {average && (
        <p className={styles["estimate"]}>
          {unbroken(`${inThousand(average.risk)} with ${lowerFirst(descriptor.arms.intervention)}: `)}
          {unbroken(differenceText(average, reading.level))}
        </p>
      )}
      {riskSentences(reading, descriptor).map((sentence) => (
        <p key={sentence}>{unbroken(sentence)}</p>
      ))}
      <IconArray reading={reading} analysis={analysis} descriptor={descriptor} />
    </section>
  );
}
