import { useMemo, useState } from "react";
import type { Answered } from "../../model/analysis";
import { lensValue, withLensValue } from "../../model/lens";
import type { Held } from "../../state/appState";
import { lensSummary } from "../../words/lens";
import { unbroken } from "../../words/unbroken";
import { useApp } from "../appContext";
import { useExplored } from "../useExplored";
import { HarmLinks } from "./HarmLinks";
import styles from "./Lens.module.css";
import { LensPanel } from "./LensPanel";
import { useRemembered } from "./useRemembered";
import { useRested } from "./useRested";

/** A toggle of a study is followed once the next one has not come; the slider at once. */
const REST_MS = 80;

interface Props {
  readonly held: Held;
  readonly answered: Answered;
}

/** What the result means for patients: a line that opens into the lens, and beside it the way to the harms and back. */
export default function Lens({ held, answered }: Props) {
  const { descriptor } = held.dataset;
  const { analysis } = answered;
  const chosen = useApp((s) => s.lens);
  const [isOpen, setOpen] = useRemembered("understory.lens");
  // The risk under the thumb of the slider: shown at once, part of the address and of undo when it is let go.
  const [sliding, setSliding] = useState<number | null>(null);
  const { outcome } = analysis.selection;
  const lens = useMemo(
    () => (sliding === null ? chosen : withLensValue(chosen, "baselines", outcome, sliding)),
    [chosen, sliding, outcome],
  );
  const { selection, model } = analysis;
  const question = useRested(
    useMemo(() => ({ selection, model }), [selection, model]),
    REST_MS,
  );
  const asked = useMemo(() => ({ question, lens }), [question, lens]);
  const reading = useExplored("lens", asked);
  // Open, the panel says it all; the line then only speaks to screen readers.
  const isSaidBelow = isOpen && reading?.pooled;
  return (
    <section className={styles["lens"]} aria-label="What it means">
      <div className={styles["bar"]}>
        <h2 className={styles["heading"]}>
          <button
            type="button"
            className={styles["opener"]}
            aria-expanded={isOpen}
            aria-controls="lens-panel"
            onClick={() => setOpen(!isOpen)}
          >
            What it means
          </button>
        </h2>
        <p className={styles[isSaidBelow ? "spoken" : "summary"]} aria-live={isOpen ? "polite" : "off"}>
          {reading && unbroken(lensSummary(reading, descriptor))}
        </p>
        <HarmLinks descriptor={descriptor} outcome={outcome} timepoint={selection.timepoint} />
      </div>
      <div id="lens-panel" hidden={!isOpen}>
        {isOpen && reading && (
          <LensPanel
            reading={reading}
            analysis={analysis}
            descriptor={descriptor}
            risk={lensValue(lens.baselines, reading.outcome) ?? reading.risk?.baseline ?? null}
            onSlide={setSliding}
          />
        )}
      </div>
    </section>
  );
}
