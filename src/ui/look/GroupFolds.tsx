import type { ForestLayout } from "../../plots/forestLayout";
import { headingRight } from "../../plots/forestResult";
import type { Scene } from "../../scene/scene";
import { useApp, useServices } from "../appContext";
import styles from "./GroupFolds.module.css";

interface Props {
  readonly layout: ForestLayout;
  readonly scene: Scene;
}

/** Laid over the headings of the groups: a press leaves only a group's result in view, or shows its studies again. */
export default function GroupFolds({ layout, scene }: Props) {
  const { setLook } = useServices().actions;
  const collapsed = useApp((s) => s.look.collapsed);
  const { many } = layout.input.descriptor.studyNoun;
  return (
    <div className={styles["folds"]}>
      {scene.groupTargets?.map(({ key, label, box }) => {
        const isFolded = collapsed.includes(key);
        const others = collapsed.filter((k) => k !== key);
        return (
          <button
            key={key}
            type="button"
            aria-expanded={!isFolded}
            aria-label={`${label}: ${many}`}
            style={{ left: headingRight(layout, key), top: box.y + (box.height - 24) / 2 }}
            onClick={() => setLook({ collapsed: isFolded ? others : [...others, key] })}
          />
        );
      })}
    </div>
  );
}
