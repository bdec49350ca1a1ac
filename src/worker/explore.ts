import type { Dataset } from "../model/descriptor";
import type { AskedOf, ExplorationKind, FoundOf } from "../model/exploration";
import { auditAnalyses } from "./audit/auditAnalyses";
import { bubble } from "./bubble";
import { lensReading } from "./lens/lensReading";
import { cumulative } from "./sensitivity/cumulative";
import { influence } from "./sensitivity/influence";
import { multiverse } from "./sensitivity/multiverse";
import { selection } from "./sensitivity/selection";
import { verdict } from "./sensitivity/verdict";
import { smallStudy } from "./smallStudy";
import { timeCourse } from "./timeCourse";

const EXPLORERS: { readonly [Kind in ExplorationKind]: (dataset: Dataset, asked: AskedOf<Kind>) => FoundOf<Kind> } = {
  audit: auditAnalyses,
  bubble,
  verdict,
  influence,
  cumulative,
  multiverse,
  smallStudy,
  timeCourse,
  selection,
  lens: lensReading,
};

/** What one view needs beside the page's answer. */
export function explore<Kind extends ExplorationKind>(
  dataset: Dataset,
  kind: Kind,
  asked: AskedOf<Kind>,
): FoundOf<Kind> {
  return EXPLORERS[kind](dataset, asked);
}
