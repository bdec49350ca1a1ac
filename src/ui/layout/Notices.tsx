import { useApp, useServices } from "../appContext";
import styles from "./Notices.module.css";

/** What could not be done as asked, each with what to do; stays until the reader has read it. */
export function Notices() {
  const { actions } = useServices();
  const notices = useApp((s) => s.notices);
  return (
    <div role="alert">
      {notices.map((notice) => (
        <div key={`${notice.code} ${notice.message}`} className={styles["notice"]}>
          <p>
            <strong>{notice.message}</strong> {notice.remedy}
          </p>
          <button type="button" onClick={() => actions.dismiss(notice)}>
            Dismiss
          </button>
        </div>
      ))}
    </div>
  );
}
