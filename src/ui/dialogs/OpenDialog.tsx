import { useRef } from "react";
import { useServices } from "../appContext";
import { Dialog } from "./Dialog";
import styles from "./OpenDialog.module.css";
import { openFiles } from "./openFiles";

const EXAMPLES = [
  { kind: "Means", columns: "study, outcome, timepoint, comparator, m1i, sd1i, n1i, m2i, sd2i, n2i" },
  { kind: "Events", columns: "study, outcome, timepoint, comparator, ai, n1i, ci, n2i" },
  { kind: "Given effects", columns: "study, outcome, timepoint, comparator, yi and vi, sei, or ci.lb and ci.ub" },
];

/** Choosing a file of one's own, and what it should look like. */
export default function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const input = useRef<HTMLInputElement>(null);

  function choose(files: FileList | null): void {
    if (!files || files.length === 0) return;
    void openFiles(services, [...files]);
    onClose();
  }

  return (
    <Dialog title="Open your data" onClose={onClose}>
      <div className={styles["open"]}>
        <p>
          Choose a CSV or TSV file, or drop one anywhere on the page. <strong>It stays on this machine</strong>: nothing
          is sent anywhere, and the page’s security policy forbids it.
        </p>
        <button type="button" className={styles["choose"]} onClick={() => input.current?.click()}>
          Choose a file
        </button>
        <input
          ref={input}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.json,.svg,.png,text/csv,text/tab-separated-values,image/svg+xml,image/png"
          aria-label="Data file"
          className={styles["input"]}
          onChange={(event) => choose(event.target.files)}
        />
        <h3>One row per study, outcome, timepoint and comparator</h3>
        <table>
          <tbody>
            {EXAMPLES.map(({ kind, columns }) => (
              <tr key={kind}>
                <th scope="row">{kind}</th>
                <td>
                  <code>{columns}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          Arm 1 is the intervention, arm 2 the comparator; ratios as given effects stand on the log scale. Every further
          column becomes a filter and something to compare by. Commas, semicolons and tabs, decimal commas and UTF-8 or
          UTF-16 are recognised. A <code>datapackage.json</code> chosen together with the table names the outcomes,
          their direction and units.
        </p>
        <p>An SVG or PNG that was exported from Understory opens the analysis that it shows.</p>
      </div>
    </Dialog>
  );
}
