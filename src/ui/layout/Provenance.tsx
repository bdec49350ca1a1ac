import { lazy, Suspense, useState } from "react";
import { useApp } from "../appContext";
import styles from "./Provenance.module.css";

const AccountDialog = lazy(() => import("../dialogs/AccountDialog"));

/** What the data are and where they come from: always there, and never dismissed. */
export function Provenance() {
  const held = useApp((s) => s.held);
  const [open, setOpen] = useState(false);
  if (!held) return <div className={styles["line"]} />;
  const { provenance, doi, kind } = held.dataset.descriptor;
  return (
    <section className={styles["line"]} data-kind={kind} aria-label="Where these data come from">
      <p>
        {provenance}{" "}
        {doi && (
          <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer">
            doi:{doi}
          </a>
        )}{" "}
        <button type="button" onClick={() => setOpen(true)}>
          What is real here?
        </button>
      </p>
      <Suspense>{open && <AccountDialog held={held} onClose={() => setOpen(false)} />}</Suspense>
    </section>
  );
}
