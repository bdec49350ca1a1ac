import type { PlotInput } from "../../../plots/forestInput";
import { LIGHT } from "../../../scene/themes";
import type { NumberColumn } from "../../../words/sensitivity/numberColumns";
import { useServices } from "../../appContext";
import { type NumberRow, NumbersTable } from "./NumbersTable";
import styles from "./Studies.module.css";
import type { DrawStudies } from "./StudyFigure";

interface Props<Of> {
  readonly input: PlotInput;
  /** What it is, also in names of files: "leave-one-out". */
  readonly name: string;
  /** Over the names of the table. */
  readonly head: string;
  readonly rows: readonly NumberRow<Of>[];
  readonly columns: readonly NumberColumn<Of>[];
  /** Draws the figure anew for a file. */
  readonly draw: DrawStudies;
}

const FILE_WIDTH = 760;

/** Under a figure: its numbers as a table, and both to take away. */
export function FigureFoot<Of>({ input, name, head, rows, columns, draw }: Props<Of>) {
  const { store } = useServices();
  return (
    <div className={styles["foot"]}>
      <NumbersTable name={name} head={head} rows={rows} columns={columns} />
      <button
        type="button"
        className={styles["button"]}
        onClick={() => {
          const scene = draw({ width: FILE_WIDTH, theme: LIGHT, includeColumn: 0 });
          void import("./studyFile").then((file) => file.saveFigure(input, scene, name, store.getState()));
        }}
      >
        Save figure (SVG)
      </button>
      <button
        type="button"
        className={styles["button"]}
        onClick={() => void import("./studyFile").then((file) => file.saveNumbers(input, rows, columns, name))}
      >
        Save numbers (CSV)
      </button>
    </div>
  );
}
