import { Dialog } from "./Dialog";
import styles from "./HelpDialog.module.css";

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ["Arrow keys", "On the evidence map: move; in the plot: next or previous study; on the tabs: next or previous view"],
  ["Enter or Space", "On the map: show this outcome and timepoint"],
  ["Space", "On a study: leave it out, or bring it back"],
  ["O, or Alt and click", "On a study: only this one; again: all back"],
  ["Enter", "On a study: how its numbers came about"],
  ["Home, End", "First and last study, cell or view"],
  ["?", "This help"],
  ["Ctrl Z, Ctrl Shift Z", "Undo, redo"],
  ["Escape", "Close what is open"],
];

/** What the keys do, and what Understory is. */
export default function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Help and keys" onClose={onClose}>
      <div className={styles["help"]}>
        <p>
          Choose a cell of the evidence map; the plots, the answer and the map pool again with every change. Leave a
          study out with its checkbox: the dashed diamond is the result before. Nothing you open leaves this machine.
        </p>
        <table>
          <tbody>
            {KEYS.map(([keys, does]) => (
              <tr key={keys + does}>
                <th scope="row">{keys}</th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>Understory {__APP_VERSION__}. Not a medical device: it describes trials, not patients.</p>
      </div>
    </Dialog>
  );
}
