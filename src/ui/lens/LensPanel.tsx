import type { Analysis } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import type { LensReading } from "../../model/lens";
import { converseText } from "../../words/lensScale";
import { unbroken } from "../../words/unbroken";
import styles from "./Lens.module.css";
import { MidSection } from "./MidSection";
import { RiskSection } from "./RiskSection";
import { ScaleSection } from "./ScaleSection";

interface Props {
  readonly reading: LensReading;
  readonly analysis: Analysis;
  readonly descriptor: Descriptor;
  /** The risk without the intervention that the slider shows, from 0 to 1. */
  readonly risk: number | null;
  readonly onSlide: (risk: number | null) => void;
}

/** Every reading that the measure allows, each with the number of the reader's that it rests on. */
export function LensPanel({ reading, analysis, descriptor, risk, onSlide }: Props) {
  if (!reading.pooled) return null;
  const converse = unbroken(converseText(reading));
  return (
    <div className={styles["panel"]}>
      {reading.risk && risk !== null && (
        <RiskSection reading={reading} analysis={analysis} descriptor={descriptor} risk={risk} onSlide={onSlide} />
      )}
      <ScaleSection reading={reading} descriptor={descriptor} />
      <MidSection reading={reading} descriptor={descriptor} />
      {converse && (
        <details>
          <summary className={styles["reveal"]}>
            {reading.converse?.to === "OR" ? "As an odds ratio" : "As a standardised mean difference"}
          </summary>
          <p>{converse}</p>
        </details>
      )}
    </div>
  );
}
