import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { counted } from "../../words/phrase";
import { keepFocus } from "../keepFocus";
import styles from "./Keep.module.css";
import type { ListedData } from "./listedData";
import { sizeText } from "./sizeText";

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

interface Props {
  readonly data: ListedData;
  /** Whether it is on the page. */
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => void;
  readonly onDuplicate: () => void;
  readonly onSave: () => void;
  readonly onDelete: () => void;
}

/** One of the reader's datasets with what can be done to it. */
export function KeptRow({ data, isOpen, onOpen, onRename, onDuplicate, onSave, onDelete }: Props) {
  const [isNaming, setNaming] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { name, kept } = data;

  function stopNaming(): void {
    setNaming(false);
    keepFocus(() => row.current?.querySelector("button"));
  }

  return (
    <li ref={row} aria-label={name}>
      {isNaming ? (
        <NameForm
          name={name}
          onName={(next) => {
            stopNaming();
            onRename(next);
          }}
          onCancel={stopNaming}
        />
      ) : (
        <>
          <button type="button" className={styles["name"]} aria-label={`Open ${name}`} onClick={onOpen}>
            {name}
          </button>
          {isOpen && <span className={styles["open"]}>open now</span>}
        </>
      )}
      <p className={styles["facts"]}>
        {[
          data.fileName,
          data.format,
          counted(data.rows, { one: "row", many: "rows" }),
          kept ? sizeText(kept.bytes) : "not kept: in this tab only",
          ...(kept ? [`saved ${WHEN.format(kept.updatedAt)}`] : []),
        ].join(" · ")}
      </p>
      <div className={styles["actions"]}>
        {kept && (
          <>
            <button type="button" aria-label={`Rename ${name}`} onClick={() => setNaming(true)}>
              Rename
            </button>
            <button type="button" aria-label={`Duplicate ${name}`} onClick={onDuplicate}>
              Duplicate
            </button>
          </>
        )}
        <button type="button" aria-label={`Save ${name} as a project file`} onClick={onSave}>
          Save project file
        </button>
        <button type="button" aria-label={`Delete ${name}`} onClick={onDelete}>
          Delete
        </button>
      </div>
    </li>
  );
}

interface NameFormProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

function NameForm({ name, onName, onCancel }: NameFormProps) {
  const [next, setNext] = useState(name);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (next.trim() === "") onCancel();
    else onName(next.trim());
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault(); // or it would close the dialog
    onCancel();
  }

  return (
    <form className={styles["naming"]} onSubmit={submit}>
      <input
        aria-label={`New name of ${name}`}
        value={next}
        maxLength={200}
        ref={(field) => field?.focus()}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setNext(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit">Rename</button>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}
