import type { Dataset } from "../model/descriptor";
import type { AskedOf, ExplorationKind, FoundOf } from "../model/exploration";
import { timeCourse } from "./timeCourse";

const EXPLORERS: { readonly [Kind in ExplorationKind]: (dataset: Dataset, asked: AskedOf<Kind>) => FoundOf<Kind> } = {
  timeCourse,
};

/** What one view needs beside the page's answer. */
export function explore<Kind extends ExplorationKind>(
  dataset: Dataset,
  kind: Kind,
  asked: AskedOf<Kind>,
): FoundOf<Kind> {
  return EXPLORERS[kind](dataset, asked);
}
