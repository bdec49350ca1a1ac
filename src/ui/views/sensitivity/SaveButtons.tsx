import { useServices } from "../../appContext";
import type { FigureKind } from "../../figureKind";
import styles from "./Gosh.module.css";

/** Takes a figure and its numbers away, as the Export menu does. */
export function SaveButtons({ kind }: { readonly kind: FigureKind }) {
  const services = useServices();
  const save = (what: "saveSvg" | "saveNumbers") => () =>
    void import("../../export/saveFigure").then((file) => file[what](kind, services));
  return (
    <div className={styles["save"]}>
      <button type="button" className={styles["button"]} onClick={save("saveSvg")}>
        Save figure (SVG)
      </button>
      {kind.numbers && (
        <button type="button" className={styles["button"]} onClick={save("saveNumbers")}>
          Save numbers (CSV)
        </button>
      )}
    </div>
  );
}
