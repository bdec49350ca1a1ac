import type { Pending } from "../../state/appState";
import { formatInteger } from "../../words/number";
import { counted } from "../../words/phrase";
import { useServices } from "../appContext";
import { Dialog } from "../dialogs/Dialog";
import { FaultList } from "./FaultList";
import styles from "./Steps.module.css";

const ROWS = { one: "row", many: "rows" };
const FAULTS = { one: "fault", many: "faults" };

interface Props {
  readonly pending: Extract<Pending, { readonly step: "faults" }>;
}

/** What is wrong with a file, by row, column and value, and what to do; what was open stays open. */
export function FaultsDialog({ pending: { fileName, own, reading } }: Props) {
  const { opening } = useServices();
  const { dataset, errorCount, rejectedRows, notes } = reading;
  const discard = () => void opening().then((o) => o.discard());
  return (
    <Dialog title={`“${fileName}” has ${counted(errorCount, FAULTS)}`} onClose={discard}>
      <p>
        {dataset
          ? `${counted(dataset.rows.length, ROWS)} can be used, ${formatInteger(rejectedRows)} cannot. `
          : "Nothing in it can be used as it is. "}
        What was on the page is still there.
      </p>
      <FaultList reading={reading} />
      <div className={styles["choices"]}>
        {own && dataset && (
          <button type="button" onClick={() => void opening().then((o) => o.keep(own, dataset, notes))}>
            Open without {rejectedRows === 1 ? "this row" : `these ${formatInteger(rejectedRows)} rows`}
          </button>
        )}
        <button type="button" onClick={discard}>
          Keep what is open
        </button>
        {own && (
          <button type="button" onClick={() => void opening().then((o) => o.again({ format: "map" }))}>
            Say what each column holds
          </button>
        )}
      </div>
    </Dialog>
  );
}
