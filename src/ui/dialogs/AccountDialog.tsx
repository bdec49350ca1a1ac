import type { Held } from "../../state/appState";
import { useApp } from "../appContext";
import { PublishedTable } from "../PublishedTable";
import styles from "./AccountDialog.module.css";
import { Dialog } from "./Dialog";

interface Props {
  readonly held: Held;
  readonly onClose: () => void;
}

/** The account of a dataset: what its source says, what is simulated, how our figures compare, licence and citation. */
export default function AccountDialog({ held, onClose }: Props) {
  const published = useApp((s) => s.published);
  const { title, provenance, account, citation, doi, licence } = held.dataset.descriptor;
  return (
    <Dialog title="What is real here?" onClose={onClose}>
      <div className={styles["account"]}>
        <h3>{title}</h3>
        <p className={styles["lead"]}>{provenance}.</p>
        {account.facts.length > 0 && (
          <dl className={styles["facts"]}>
            {account.facts.map(({ label, value }) => (
              <div key={label}>
                <dd>{value}</dd>
                <dt>{label}</dt>
              </div>
            ))}
          </dl>
        )}
        {published.length > 0 && (
          <>
            <h3>Published figures, and ours from these data</h3>
            <PublishedTable results={published} />
          </>
        )}
        {account.sections.map(({ heading, text }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <p>{text}</p>
          </section>
        ))}
        <section>
          <h3>Citation and licence</h3>
          <p>
            {citation ?? "No citation is given with these data."}{" "}
            {doi && (
              <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer">
                doi:{doi}
              </a>
            )}
          </p>
          {licence && (
            <p>
              Licence:{" "}
              {licence.url ? (
                <a href={licence.url} target="_blank" rel="noreferrer">
                  {licence.name}
                </a>
              ) : (
                licence.name
              )}
            </p>
          )}
        </section>
      </div>
    </Dialog>
  );
}
