import { useEffect, useState } from "react";
import { linkTo } from "../../state/url/sync";
import { useServices } from "../appContext";
import { DEFAULT_DATASET } from "../datasets";
import { Icon } from "../Icon";
import styles from "./TopBar.module.css";

/** Copies the link to this very view, or on a touch screen hands it to another app. */
export function ShareButton() {
  const { store } = useServices();
  const [state, setState] = useState<"idle" | "copied" | "denied">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 4000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(): Promise<void> {
    const url = linkTo(store.getState(), DEFAULT_DATASET);
    try {
      if ("share" in navigator && matchMedia("(pointer: coarse)").matches) return await navigator.share({ url });
      await navigator.clipboard.writeText(url);
      setState("copied");
    } catch (fault) {
      // The reader may close the sheet of apps without choosing one.
      if (!(fault instanceof DOMException && fault.name === "AbortError")) setState("denied");
    }
  }

  const words = { idle: "Share", copied: "Link copied", denied: "Copy the address" }[state];
  return (
    <button
      type="button"
      onClick={() => void copy()}
      aria-label="Copy link to this view"
      title="Copy a link to this view"
    >
      <Icon name={state === "copied" ? "done" : "share"} />
      <span className={styles["word"]} aria-live="polite">
        {words}
      </span>
    </button>
  );
}
