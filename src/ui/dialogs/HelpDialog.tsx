import { Dialog } from "./Dialog";
import styles from "./HelpDialog.module.css";

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  [
    "Arrow keys",
    "On the evidence map: move; in a plot: next or previous study, column head or group; on the tabs: next or previous view",
  ],
  ["Home, End", "First and last of these"],
  ["Enter or Space", "On the map: show this outcome and timepoint; on a column head: sort, reverse, order of the data"],
  ["Space", "On a study: leave it out, or bring it back; on a group: all of its studies"],
  ["Shift Space, or Shift and click", "On a study: the same for all from the last one to this one"],
  ["O, or Alt and click", "On a study or a group: only this one; again: all back"],
  ["Shift and arrow keys, or drag over points", "Select studies, to leave them out or keep only them; Escape: none"],
  ["Enter", "On a study: how its numbers came about"],
  ["/", "Find a study by its name; arrow keys: next and previous; Enter: go to it"],
  [
    "Enter, F2 or typing",
    "In the table of your data: write in the cell; Enter or Tab: keep it and go on; Escape: give it up",
  ],
  [
    "Shift and arrow keys, or drag over cells",
    "In that table: mark a block; Ctrl C, X and V exchange it with a spreadsheet, Delete empties it",
  ],
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
          study out with its checkbox: the dashed diamond is the result before, or the one that you pinned. Nothing you
          open leaves this machine.
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
