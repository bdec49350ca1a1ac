import { effectText } from "../../words/effectText";
import { formatInteger } from "../../words/number";
import type { Mapped } from "../../worker/import/protocol";
import styles from "./MappingStep.module.css";
import { countsText } from "./previewText";

interface Props {
  readonly mapped: Mapped | null;
  readonly isStale: boolean;
  readonly onOpen: () => void;
  readonly onLeave: () => void;
}

/** The result in a line, always in sight, and the two ways on. */
export function MappingFoot({ mapped, isStale, onOpen, onLeave }: Props) {
  const { dataset, rejectedRows } = mapped?.reading ?? { dataset: null, rejectedRows: 0 };
  const without =
    rejectedRows === 0 ? "" : rejectedRows === 1 ? " without a row" : ` without ${formatInteger(rejectedRows)} rows`;
  return (
    <div className={styles["foot"]}>
      <p>{mapped ? shortResult(mapped) : "Reading the table …"}</p>
      <button type="button" className={styles["primary"]} disabled={!dataset || isStale} onClick={onOpen}>
        Open{dataset && without}
      </button>
      <button type="button" onClick={onLeave}>
        Keep what is open
      </button>
    </div>
  );
}

function shortResult({ reading, preview: { analysis } }: Mapped): string {
  const overall = analysis?.overall;
  return overall && analysis ? effectText(overall, analysis.measure, analysis.model.level) : countsText(reading);
}
