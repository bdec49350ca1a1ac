import { useMemo } from "react";
import type { Analysis } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import type { LensReading } from "../../model/lens";
import { type IconArrayInput, iconArrayScene } from "../../plots/iconArray";
import { linkTo } from "../../state/url/linkTo";
import { arrayInput } from "../../words/lensArray";
import { useServices } from "../appContext";
import { DEFAULT_DATASET } from "../datasets";
import { SceneView } from "../SceneView";
import { saveFile } from "../saveFile";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import styles from "./Lens.module.css";

interface Props {
  readonly reading: LensReading;
  readonly analysis: Analysis;
  readonly descriptor: Descriptor;
}

/** A thousand people drawn one by one, and the same picture as a file. */
export function IconArray({ reading, analysis, descriptor }: Props) {
  const { store } = useServices();
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const input: IconArrayInput | null = useMemo(
    () => arrayInput(reading, descriptor, __APP_VERSION__),
    [reading, descriptor],
  );
  const scene = useMemo(
    () => (input && width > 0 ? iconArrayScene(input, { width, theme }) : null),
    [input, width, theme],
  );

  async function save(): Promise<void> {
    if (!input) return;
    const { iconFile } = await import("./iconFile");
    const { name, text } = iconFile(input, reading, analysis, descriptor, linkTo(store.getState(), DEFAULT_DATASET));
    saveFile(name, text, "image/svg+xml");
  }

  return (
    <div ref={ref} className={styles["array"]}>
      {scene && (
        <>
          <SceneView scene={scene} />
          <button type="button" className={styles["button"]} onClick={() => void save()}>
            Save this picture (SVG)
          </button>
        </>
      )}
    </div>
  );
}
