import { useRef } from "react";
import type { UserError } from "../../model/userError";
import { useApp, useServices } from "../appContext";
import { keepFocus } from "../keepFocus";
import styles from "./Notices.module.css";

/** What could not be done as asked, each with what to do; stays until the reader has read it. */
export function Notices() {
  const { actions } = useServices();
  const list = useRef<HTMLDivElement>(null);
  const notices = useApp((s) => s.notices);

  function dismiss(notice: UserError): void {
    actions.dismiss(notice);
    keepFocus(() => list.current?.querySelector("button") ?? document.getElementById("main"));
  }

  return (
    <div role="alert" ref={list}>
      {notices.map((notice) => (
        <div key={`${notice.code} ${notice.message}`} className={styles["notice"]}>
          <p>
            <strong>{notice.message}</strong> {notice.remedy}
          </p>
          <button type="button" onClick={() => dismiss(notice)}>
            Dismiss
          </button>
        </div>
      ))}
    </div>
  );
}
