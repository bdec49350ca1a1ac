import type { Descriptor } from "../../../model/descriptor";
import { formatInteger } from "../../../words/number";
import { upperFirst } from "../../../words/phrase";
import styles from "./Studies.module.css";
import type { Play } from "./usePlay";

interface Props {
  readonly play: Play;
  readonly count: number;
  readonly noun: Descriptor["studyNoun"];
}

/** Shows the first studies alone, and lets the others join one after the other. */
export function PlayBar({ play, count, noun }: Props) {
  const { shown, isPlaying, isStill, press, goTo } = play;
  const still = shown < count ? "Next" : "From the first";
  return (
    <div className={styles["choice"]}>
      <button type="button" className={styles["button"]} onClick={press}>
        {isStill ? still : isPlaying ? "Pause" : "Play"}
      </button>
      <label>
        <span>{upperFirst(noun.many)} joined</span>
        <input
          type="range"
          min={1}
          max={count}
          value={shown}
          aria-valuetext={`${formatInteger(shown)} of ${formatInteger(count)}`}
          onChange={(event) => goTo(event.target.valueAsNumber)}
        />
        <output>
          {formatInteger(shown)} of {formatInteger(count)}
        </output>
      </label>
    </div>
  );
}
