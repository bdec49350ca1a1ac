import { useEffect, useState } from "react";
import styles from "./ViewTabs.module.css";

/** Some browsers turn the screen with the picture; the types of the DOM leave the way to it out. */
type Turning = ScreenOrientation & { readonly lock?: (orientation: "landscape") => Promise<void> };

// Drawn here and not among the page's icons: this part comes after the first figure.
const OUTWARDS = "M3 3h5v2H5v3H3Zm9 0h5v5h-2V5h-3ZM3 12h2v3h3v2H3Zm12 0h2v5h-5v-2h3Z";
const INWARDS = "M6 3h2v5H3V6h3Zm6 0h2v3h3v2h-5ZM3 12h5v5H6v-3H3Zm9 0h5v2h-3v3h-2Z";

/** Gives the view the whole screen, lying on its side where the device can; nothing where the browser offers neither. */
export default function FullScreenButton({ of }: { readonly of: string }) {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const name = isFull ? "Leave the full screen" : "Full screen";
  return (
    <button
      type="button"
      className={styles["full"]}
      aria-label={name}
      title={name}
      onClick={() => void (isFull ? document.exitFullscreen() : enter(of))}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d={isFull ? INWARDS : OUTWARDS} fill="currentColor" />
      </svg>
    </button>
  );
}

async function enter(id: string): Promise<void> {
  try {
    await document.getElementById(id)?.requestFullscreen();
    await (screen.orientation as Turning | undefined)?.lock?.("landscape");
  } catch {
    // Refused by the device or its owner: the page stays as it is, or upright.
  }
}
