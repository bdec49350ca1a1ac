import { useState } from "react";
import { counted } from "../../words/phrase";
import styles from "./Keep.module.css";

interface Props {
  readonly count: number;
  readonly onDelete: () => void;
}

/** Deletes all that the browser keeps, after a second press. */
export function DeleteAll({ count, onDelete }: Props) {
  const [isAsked, setAsked] = useState(false);
  return (
    <section className={styles["all"]} aria-label="Delete everything">
      {isAsked ? (
        <>
          <p>
            This deletes {counted(count, { one: "dataset", many: "datasets" })} with everything done to them, and what
            the page remembers of columns and settings. <strong>It cannot be undone.</strong>
          </p>
          <div className={styles["actions"]}>
            <button
              type="button"
              className={styles["danger"]}
              onClick={() => {
                setAsked(false);
                onDelete();
              }}
            >
              Delete it all now
            </button>
            <button type="button" ref={(button) => button?.focus()} onClick={() => setAsked(false)}>
              Keep it
            </button>
          </div>
        </>
      ) : (
        <div className={styles["actions"]}>
          <button type="button" onClick={() => setAsked(true)}>
            Delete everything …
          </button>
        </div>
      )}
    </section>
  );
}
