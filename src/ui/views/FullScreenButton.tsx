import { useEffect, useState } from "react";
import { Icon } from "../Icon";
import styles from "./ViewTabs.module.css";

/** Some browsers turn the screen with the picture; the types of the DOM leave the way to it out. */
type Turning = ScreenOrientation & { readonly lock?: (orientation: "landscape") => Promise<void> };

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
      <Icon name={isFull ? "narrow" : "full"} />
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
