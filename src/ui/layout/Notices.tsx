import { useRef } from "react";
import type { UserError } from "../../model/userError";
import { useApp, useServices } from "../appContext";
import { keepFocus } from "../keepFocus";
import styles from "./Notices.module.css";

/** More than so many notices would push the answer out of sight: those after the first two are folded away. */
const AT_ONCE = 3;

/** What could not be done as asked, and how a file was understood; stays until the reader has read it. */
export function Notices() {
  const { actions } = useServices();
  const list = useRef<HTMLDivElement>(null);
  const notices = useApp((s) => s.notices);
  const shown = notices.length > AT_ONCE ? notices.slice(0, AT_ONCE - 1) : notices;
  const folded = notices.slice(shown.length);

  function dismiss(...dismissed: readonly UserError[]): void {
    for (const notice of dismissed) actions.dismiss(notice);
    keepFocus(() => list.current?.querySelector("button") ?? document.getElementById("main"));
  }

  const one = (notice: UserError) => (
    <div key={`${notice.code} ${notice.message}`} className={styles["notice"]} data-code={notice.code}>
      <p>
        <strong>{notice.message}</strong> {notice.remedy}
      </p>
      <button type="button" onClick={() => dismiss(notice)}>
        Dismiss
      </button>
    </div>
  );

  return (
    <div role="alert" ref={list}>
      {shown.map(one)}
      {folded.length > 0 && (
        <details className={styles["folded"]}>
          <summary>{folded.length} more remarks</summary>
          {folded.map(one)}
          <button type="button" onClick={() => dismiss(...notices)}>
            Dismiss all
          </button>
        </details>
      )}
    </div>
  );
}
