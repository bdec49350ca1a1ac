import { useState } from "react";
import type { Held } from "../../state/appState";
import { Dialog } from "../dialogs/Dialog";
import { Icon } from "../Icon";
import { useMedia } from "../useMedia";
import styles from "./ControlRail.module.css";
import { Controls } from "./Controls";

/** The controls: in the rail where there is one, on small screens in a sheet from the bottom. */
export default function ControlRail({ held }: { readonly held: Held }) {
  const small = useMedia("(max-width: 899px)");
  const [open, setOpen] = useState(false);
  if (!small) return <Controls held={held} />;
  return (
    <>
      <div className={styles["dock"]}>
        <button type="button" onClick={() => setOpen(true)} aria-haspopup="dialog">
          <Icon name="controls" /> Compare, filter, model
        </button>
      </div>
      {open && (
        <Dialog title="Compare, filter, model" placement="bottom" onClose={() => setOpen(false)}>
          <Controls held={held} />
        </Dialog>
      )}
    </>
  );
}
