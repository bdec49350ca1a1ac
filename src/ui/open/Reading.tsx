import type { Pending } from "../../state/appState";
import type { Progress } from "../../worker/import/protocol";
import { useServices } from "../appContext";
import styles from "./Steps.module.css";

const DOING: Readonly<Record<Progress["phase"], string>> = {
  unpacking: "Unpacking",
  reading: "Reading",
  checking: "Checking",
};

interface Props {
  readonly pending: Extract<Pending, { readonly step: "reading" }>;
}

/** How far the reading of a file is, with the way to stop it; the page stays in use meanwhile. */
export function Reading({ pending: { fileName, progress } }: Props) {
  const { opening } = useServices();
  const doing = DOING[progress?.phase ?? "reading"];
  return (
    <section className={styles["reading"]} aria-label="Opening a file">
      <div>
        <p role="status">
          {doing} “{fileName}” …
        </p>
        <progress aria-label={`${doing} “${fileName}”`} {...(progress && { value: progress.done })} />
      </div>
      <button type="button" onClick={() => void opening().then((o) => o.discard())}>
        Cancel
      </button>
    </section>
  );
}
