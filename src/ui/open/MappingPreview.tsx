import { useMemo } from "react";
import type { Analysis } from "../../model/analysis";
import type { Dataset } from "../../model/descriptor";
import { NO_LENS } from "../../model/lens";
import { forestScene } from "../../plots/forest";
import { answer } from "../../words/answer";
import { formatInteger } from "../../words/number";
import { unbroken } from "../../words/unbroken";
import type { Mapped } from "../../worker/import/protocol";
import { figureInput } from "../figureInput";
import { rowOf } from "../rowOf";
import { SceneView } from "../SceneView";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import { FaultList } from "./FaultList";
import { inRoleWords } from "./inRoleWords";
import styles from "./MappingStep.module.css";
import { countsText } from "./previewText";
import { RowsRead } from "./RowsRead";

/** Beyond this many rows a figure would only be slow to change. */
const MOST_ROWS = 100;

/** What the table becomes by the present mapping: its result in words and as a figure, its rows, and its faults. */
export function MappingPreview({ mapped, isStale }: { readonly mapped: Mapped; readonly isStale: boolean }) {
  const { reading, preview } = mapped;
  const { dataset, errorCount } = reading;
  return (
    <section className={styles["preview"]} aria-label="Preview" aria-busy={isStale}>
      <h3>What it becomes</h3>
      <p role="status">{countsText(reading)}</p>
      {dataset && preview.analysis && <Result dataset={dataset} analysis={preview.analysis} />}
      {errorCount > 0 && (
        <>
          <h3>{dataset ? "What cannot be used" : "Why nothing can be used yet"}</h3>
          <FaultList reading={inRoleWords(reading)} />
        </>
      )}
      {dataset && <RowsRead preview={preview} />}
    </section>
  );
}

function Result({ dataset, analysis }: { readonly dataset: Dataset; readonly analysis: Analysis }) {
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const told = answer(analysis, dataset.descriptor, [], rowOf(dataset));
  const isDrawn = analysis.studies.length <= MOST_ROWS;
  const scene = useMemo(() => {
    if (width === 0 || !isDrawn) return null;
    return forestScene(figureInput({ key: "preview", dataset }, { analysis }, null, NO_LENS), {
      ...{ width, theme, includeColumn: 0 },
    });
  }, [dataset, analysis, width, theme, isDrawn]);
  return (
    <>
      <p className={styles["headline"]}>{unbroken(told.headline)}</p>
      {told.cautions.map((caution) => (
        <p key={caution} className={styles["caution"]}>
          {caution}
        </p>
      ))}
      <div ref={ref} className={styles["figure"]}>
        {scene && <SceneView scene={scene} />}
      </div>
      {!isDrawn && <p>The figure of its {formatInteger(analysis.studies.length)} studies is drawn once it is open.</p>}
    </>
  );
}
