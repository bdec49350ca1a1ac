import type { RefObject } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Target } from "../../scene/scene";
import FindBox from "./FindBox";
import styles from "./Touch.module.css";

interface Props {
  readonly input: PlotInput;
  readonly places: () => readonly Target[];
  readonly figure: RefObject<HTMLElement | null>;
  readonly selecting: boolean;
  readonly onSelecting: (isOn: boolean) => void;
}

/** Above a figure of points: find a study, and let a finger select where it would scroll. */
export default function PointTools({ input, places, figure, selecting, onSelecting }: Props) {
  return (
    <>
      <FindBox input={input} places={places} figure={figure} />
      <button
        type="button"
        className={styles["tool"]}
        aria-pressed={selecting}
        title="Drag over points to select them; with the keyboard Shift and arrow keys do"
        onClick={() => onSelecting(!selecting)}
      >
        Select
      </button>
      {selecting && <span className={styles["hint"]}>Drag over the points to select them.</span>}
    </>
  );
}
