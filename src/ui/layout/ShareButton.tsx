import { lazy, Suspense, useEffect, useState } from "react";
import { linkTo, linkWithHash } from "../../state/url/linkTo";
import { useApp, useServices } from "../appContext";
import { DEFAULT_DATASET } from "../datasets";
import { Icon } from "../Icon";
import styles from "./TopBar.module.css";

const ShareDialog = lazy(() => import("../keep/ShareDialog"));

/** Copies the link to this very view, or on a touch screen hands it to another app; the reader's own data have more ways. */
export function ShareButton() {
  const { store } = useServices();
  const held = useApp((s) => s.held);
  const own = held?.own;
  const hash = useHash();
  const [isOpen, setOpen] = useState(false);
  const [state, setState] = useState<"idle" | "copied" | "denied">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 4000);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(): Promise<void> {
    const now = store.getState();
    const url = hash ? linkWithHash(now, DEFAULT_DATASET, hash) : linkTo(now, DEFAULT_DATASET);
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
  const does = own ? "Share your data and this view" : "Copy link to this view";
  return (
    <>
      <button type="button" onClick={() => (own ? setOpen(true) : void copy())} aria-label={does} title={does}>
        <Icon name={state === "copied" ? "done" : "share"} />
        <span className={styles["word"]} aria-live="polite">
          {words}
        </span>
      </button>
      <Suspense>
        {isOpen && own && <ShareDialog own={own} isOfSite={held.link !== undefined} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}

/** By which rows the view came about, known before the press: browsers let a page copy only while it is pressed. */
function useHash(): string | null {
  const { keep } = useServices();
  const held = useApp((s) => (s.overview ? s.held : null));
  const [known, setKnown] = useState<{ readonly of: unknown; readonly hash: string | null }>({ of: null, hash: null });
  useEffect(() => {
    if (!held || held.own) return;
    let isOver = false;
    void keep()
      .then(({ hashOf }) => hashOf(held.dataset))
      .then((hash) => !isOver && setKnown({ of: held, hash }));
    return () => {
      isOver = true;
    };
  }, [held, keep]);
  return known.of === held ? known.hash : null;
}
