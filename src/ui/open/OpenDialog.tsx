import { useEffect, useRef, useState } from "react";
import type { InspectChoice } from "../../worker/import/protocol";
import { useApp, useServices } from "../appContext";
import { Dialog } from "../dialogs/Dialog";
import styles from "./OpenDialog.module.css";
import { openFiles } from "./openFiles";
import { PasteBox } from "./PasteBox";
import { openText } from "./pastedTable";
import { WhatOpens } from "./WhatOpens";

/** The ways to bring data of one's own, and what can be brought. */
export default function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const input = useRef<HTMLInputElement>(null);
  const [isMapped, setMapped] = useState(false);
  useClosedByOpening(onClose);
  const choice: InspectChoice = isMapped ? { format: "map" } : {};

  function choose(files: FileList | null): void {
    if (!files || files.length === 0) return;
    void openFiles(services, [...files], choice);
    onClose();
  }

  function paste(text: string): void {
    void openText(services, text, choice);
    onClose();
  }

  return (
    <Dialog title="Open your data" onClose={onClose}>
      <div className={styles["open"]}>
        <p>
          Choose files, drop them anywhere on the page, or paste a table. <strong>They stay on this machine</strong>:
          nothing is sent anywhere, and the page’s security policy forbids it.
        </p>
        <button type="button" className={styles["choose"]} onClick={() => input.current?.click()}>
          Choose a file
        </button>
        <input
          ref={input}
          type="file"
          multiple
          aria-label="Data file"
          className={styles["input"]}
          onChange={(event) => choose(event.target.files)}
        />
        <PasteBox onPaste={paste} />
        <label className={styles["check"]}>
          <input type="checkbox" checked={isMapped} onChange={(event) => setMapped(event.target.checked)} />
          Let me say what each column holds, even if Understory knows the file
        </label>
        <WhatOpens />
      </div>
    </Dialog>
  );
}

/** Files that are dropped on the page, or pasted beside the box, are opened too: then there is nothing left to choose. */
function useClosedByOpening(onClose: () => void): void {
  const held = useApp((s) => s.held);
  const pending = useApp((s) => s.pending);
  const first = useRef({ held, pending });
  useEffect(() => {
    if (held !== first.current.held || pending !== first.current.pending) onClose();
  }, [held, pending, onClose]);
}
