import type { PointerEvent } from "react";
import type { Target } from "../../scene/scene";

/** The target under the pointer; where points overlap, the one whose middle is nearest. */
export function targetUnder(
  event: Pick<PointerEvent, "clientX" | "clientY"> & { currentTarget: Element },
  targets: readonly Target[],
) {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  const [x, y] = [event.clientX - left, event.clientY - top];
  const distance = ({ box }: Target) => Math.hypot(x - box.x - box.width / 2, y - box.y - box.height / 2);
  return targets
    .filter(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    .sort((a, b) => distance(a) - distance(b))[0];
}
