import styles from "./Gosh.module.css";

interface Props {
  readonly onFigure: () => void;
  readonly onNumbers: () => void;
}

/** Takes a figure and its numbers away. */
export function SaveButtons({ onFigure, onNumbers }: Props) {
  return (
    <div className={styles["save"]}>
      <button type="button" className={styles["button"]} onClick={onFigure}>
        Save figure (SVG)
      </button>
      <button type="button" className={styles["button"]} onClick={onNumbers}>
        Save numbers (CSV)
      </button>
    </div>
  );
}
