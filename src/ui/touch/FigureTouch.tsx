import type { RefObject } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Scene } from "../../scene/scene";
import { DragArea } from "./DragArea";
import { GroupToggles } from "./GroupToggles";
import { Picked } from "./Picked";
import { SortHeads } from "./SortHeads";
import { useHold } from "./useHold";

interface Props {
  readonly scene: Scene;
  readonly input: PlotInput;
  readonly marks: "rows" | "points";
  readonly figure: RefObject<HTMLElement | null>;
  readonly selecting: boolean;
}

/** What can be done with a figure beside its studies' checkboxes; it arrives after the figure itself. */
export default function FigureTouch({ scene, input, marks, figure, selecting }: Props) {
  useHold(figure, scene, input);
  return (
    <>
      {scene.heads && scene.heads.length > 0 && <SortHeads heads={scene.heads} />}
      {scene.groupTargets && scene.groupTargets.length > 0 && <GroupToggles spots={scene.groupTargets} input={input} />}
      {marks === "points" && <DragArea scene={scene} input={input} figure={figure} byTouch={selecting} />}
      <Picked scene={scene} input={input} marks={marks} figure={figure} />
    </>
  );
}
