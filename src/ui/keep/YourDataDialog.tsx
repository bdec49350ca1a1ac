import { useRef, useState } from "react";
import { keyOf } from "../../state/keep/heldAs";
import type { Keep } from "../../state/keep/keep";
import type { Deleted } from "../../state/keep/managing";
import { formatInteger } from "../../words/number";
import { counted } from "../../words/phrase";
import { useApp, useServices } from "../appContext";
import { Dialog } from "../dialogs/Dialog";
import { keepFocus } from "../keepFocus";
import { openFiles } from "../open/openFiles";
import { DeleteAll } from "./DeleteAll";
import styles from "./Keep.module.css";
import { KeptRow } from "./KeptRow";
import { listedData } from "./listedData";
import { saveProject } from "./saveProject";
import { sizeText } from "./sizeText";

/** The reader's own data: what this browser keeps, and what is open and cannot be kept. */
export default function YourDataDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const kept = useApp((s) => s.kept);
  const own = useApp((s) => s.own);
  const openKey = useApp((s) => s.held?.key);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const listed = listedData(kept, own);
  const bytes = kept.reduce((sum, entry) => sum + entry.bytes, 0);
  const act = async <T,>(what: (keep: Keep) => Promise<T>) => what(await services.keep());

  async function remove(id: string): Promise<void> {
    setDeleted(await act((keep) => keep.remove(id)));
    keepFocus(() => list.current?.querySelector("button") ?? list.current);
  }

  async function putBack(back: Deleted): Promise<void> {
    setDeleted(null);
    await act((keep) => keep.putBack(back));
    if (back.wasOpen) await act((keep) => keep.reopen(keyOf(back.entry.id)));
    keepFocus(() => list.current?.querySelector("button"));
  }

  function openProject(files: FileList | null): void {
    if (!files || files.length === 0) return;
    void openFiles(services, [...files]);
    onClose();
  }

  return (
    <Dialog title="Your data" onClose={onClose}>
      <div className={styles["kept"]}>
        <p>
          {kept.length > 0
            ? `This browser keeps ${counted(kept.length, { one: "dataset", many: "datasets" })}, about ${sizeText(bytes)}, on this machine only. Edits are saved as you make them.`
            : "What you open is kept in this browser, on this machine only, and listed here."}
        </p>
        <p role="status" className={styles["said"]}>
          {deleted && (
            <>
              “{deleted.own.name}” is deleted.{" "}
              <button type="button" onClick={() => void putBack(deleted)}>
                Put it back
              </button>
            </>
          )}
        </p>
        <ul ref={list} tabIndex={-1}>
          {listed.map((data) => (
            <KeptRow
              key={data.id}
              data={data}
              isOpen={data.key === openKey}
              onOpen={() => {
                onClose();
                void act((keep) => keep.reopen(data.key));
              }}
              onRename={(name) => void act((keep) => keep.rename(data.id, name))}
              onDuplicate={() => void act((keep) => keep.duplicate(data.id))}
              onSave={() => void saveProject(services, [data.id], data.name)}
              onDelete={() => void remove(data.id)}
            />
          ))}
        </ul>
        <div className={styles["actions"]}>
          <button type="button" onClick={() => input.current?.click()}>
            Open a project file …
          </button>
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            aria-label="Project file"
            className={styles["file"]}
            onChange={(event) => openProject(event.target.files)}
          />
          {listed.length > 1 && (
            <button
              type="button"
              onClick={() =>
                void saveProject(
                  services,
                  listed.map(({ id }) => id),
                  "understory data",
                )
              }
            >
              Save all {formatInteger(listed.length)} as one project
            </button>
          )}
        </div>
        {listed.length > 0 && (
          <DeleteAll
            count={listed.length}
            onDelete={() => {
              setDeleted(null);
              void act((keep) => keep.removeAll());
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
