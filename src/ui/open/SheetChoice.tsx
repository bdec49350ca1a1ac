import type { Pending } from "../../state/appState";
import { useServices } from "../appContext";
import { Dialog } from "../dialogs/Dialog";
import styles from "./Steps.module.css";

interface Props {
  readonly pending: Extract<Pending, { readonly step: "sheets" }>;
}

/** The choice of a workbook's sheet. */
export function SheetChoice({ pending: { fileName, names } }: Props) {
  const { opening } = useServices();
  const discard = () => void opening().then((o) => o.discard());
  return (
    <Dialog title={`Which sheet of “${fileName}”?`} onClose={discard}>
      <p>The one with a row per study, or per study and outcome.</p>
      <ul className={styles["sheets"]}>
        {names.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => void opening().then((o) => o.again({ sheet: name }))}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles["choices"]}>
        <button type="button" onClick={discard}>
          Keep what is open
        </button>
      </div>
    </Dialog>
  );
}
