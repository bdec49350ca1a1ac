import { lazy, Suspense, useState } from "react";
import { useApp } from "../appContext";
import styles from "./Provenance.module.css";

const AccountDialog = lazy(() => import("../dialogs/AccountDialog"));
const ChecksDialog = lazy(() => import("../checks/ChecksDialog"));
const ChecksCount = lazy(() => import("../checks/ChecksCount"));

/** What the data are and where they come from: always there, and never dismissed. */
export function Provenance() {
  const held = useApp((s) => s.held);
  const isDrawn = useApp((s) => s.overview !== null); // what is on the page comes first
  const [dialog, setDialog] = useState<"account" | "checks" | null>(null);
  const close = () => setDialog(null);
  if (!held) return <div className={styles["line"]} />;
  const { provenance, doi, kind } = held.dataset.descriptor;
  return (
    <>
      <section className={styles["line"]} data-kind={kind} aria-label="Where these data come from">
        <p>
          {provenance}{" "}
          {doi && (
            <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer">
              doi:{doi}
            </a>
          )}{" "}
          <button type="button" onClick={() => setDialog("account")}>
            What is real here?
          </button>{" "}
          <button type="button" className={styles["checks"]} onClick={() => setDialog("checks")}>
            Checks
            <Suspense>{isDrawn && <ChecksCount />}</Suspense>
          </button>
        </p>
      </section>
      <Suspense>
        {dialog === "account" && <AccountDialog held={held} onClose={close} />}
        {dialog === "checks" && <ChecksDialog onClose={close} />}
      </Suspense>
    </>
  );
}
