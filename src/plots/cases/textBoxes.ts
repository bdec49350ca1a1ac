import { measureText } from "../../scene/measureText";
import type { Mark, Scene } from "../../scene/scene";

/** Where a text of a scene stands, in CSS pixels. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const ABOVE = 0.74; // of the font size, from the baseline to the top of capitals
const BELOW = 0.14; // descenders may touch what is under them

/** The boxes of all texts of a scene. */
export function textBoxes(scene: Scene): readonly TextBox[] {
  return scene.marks.flatMap(boxesOf);
}

/** Pairs of texts that cover each other. */
export function overlaps(boxes: readonly TextBox[]): readonly string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `“${a.text}” and “${b.text}”`),
  );
}

function boxesOf(mark: Mark): readonly TextBox[] {
  if (mark.kind === "group") return mark.marks.flatMap(boxesOf);
  if (mark.kind !== "text" || mark.text === "") return [];
  const { text, size, anchor, weight } = mark;
  const [x, y] = mark.at;
  const width = measureText(text, size, weight);
  const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  return [{ text, left, right: left + width, top: y - ABOVE * size, bottom: y + BELOW * size }];
}
