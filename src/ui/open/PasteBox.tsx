import { useId, useState } from "react";
import styles from "./OpenDialog.module.css";

/** A field for cells that were copied from a spreadsheet. */
export function PasteBox({ onPaste }: { readonly onPaste: (text: string) => void }) {
  const [text, setText] = useState("");
  const id = useId();
  return (
    <div className={styles["paste"]}>
      <label htmlFor={id}>Or paste cells from a spreadsheet, with their header row</label>
      <textarea
        id={id}
        rows={3}
        spellCheck={false}
        placeholder={"study\tai\tn1i\tci\tn2i"}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && text.trim() !== "") onPaste(text);
        }}
      />
      <button type="button" disabled={text.trim() === ""} onClick={() => onPaste(text)}>
        Open the pasted table
      </button>
    </div>
  );
}
