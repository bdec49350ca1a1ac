import type { OwnData } from "../../model/ownData";
import { beforeRemedy } from "../../state/remedies";
import { useHistory, useServices } from "../appContext";
import styles from "./Checks.module.css";
import { Derivation } from "./Derivation";

/** What was done about slips; the newest can be taken back as long as nothing else was edited since. */
export function AppliedRemedies({ own, onTakeBack }: { readonly own: OwnData; readonly onTakeBack: () => void }) {
  const { store } = useServices();
  useHistory(); // drawn anew when there is less, or more, to go back to
  if (own.remedies.length === 0) return null;
  // The same may be done, undone by hand and done again: only the place tells them apart.
  const listed = own.remedies.map((remedy, i) => ({ remedy, key: `${i} ${remedy.findingId}` }));
  const canTakeBack = beforeRemedy(store) !== null;
  return (
    <section className={styles["applied"]}>
      <h3>Remedies applied</h3>
      <p className={styles["why"]}>They are said in the Methods text and stay listed with the data.</p>
      <ol>
        {listed.map(({ remedy, key }) => (
          <li key={key}>
            <p>{remedy.sentence}</p>
            <details>
              <summary>How each cell came about</summary>
              <p className={styles["why"]}>{remedy.message}</p>
              <Derivation steps={remedy.derivation} />
            </details>
            {canTakeBack && remedy === own.remedies.at(-1) && (
              <button type="button" className={styles["quiet"]} onClick={onTakeBack}>
                Take back
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
