import { unbroken } from "../../words/unbroken";
import styles from "./Checks.module.css";

const AT_ONCE = 4;

/** How each cell comes about; a long list begins folded. */
export function Derivation({ steps }: { readonly steps: readonly string[] }) {
  const rest = steps.slice(AT_ONCE);
  const list = (some: readonly string[]) => (
    <ul className={styles["steps"]}>
      {some.map((step) => (
        <li key={step}>{unbroken(step.replace(/ ([×÷]) /g, "\u00a0$1\u00a0"))}</li>
      ))}
    </ul>
  );
  return (
    <>
      {list(steps.slice(0, AT_ONCE))}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more cells</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
