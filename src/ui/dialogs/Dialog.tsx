import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "../Icon";
import styles from "./Dialog.module.css";

interface Props {
  readonly title: string;
  readonly placement?: "middle" | "right" | "bottom" | "whole";
  /** What stays in sight under the content, however far that is scrolled. */
  readonly foot?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus, closes on Escape and on a press beside it. */
export function Dialog({ title, placement = "middle", foot, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    const pressed = (event: MouseEvent) => {
      if (event.target === dialog) close.current();
    };
    dialog?.showModal();
    dialog?.addEventListener("click", pressed);
    return () => {
      dialog?.removeEventListener("click", pressed);
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles["dialog"]}
      data-placement={placement}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles["inside"]}>
        <div className={styles["head"]}>
          <h2 id={heading}>{title}</h2>
          <button type="button" onClick={onClose} aria-label="Close">
            <Icon name="close" />
          </button>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus so that keys can scroll it */}
        <section className={styles["content"]} aria-labelledby={heading} tabIndex={0}>
          {children}
        </section>
        {foot}
      </div>
    </dialog>
  );
}
