import type { Dataset } from "../../model/descriptor";
import type { AskedOf, FoundOf } from "../../model/exploration";
import { USUAL_FILL } from "../../model/smallStudy";
import { smallStudy } from "../smallStudy";
import { influence } from "./influence";
import { multiverseCounts } from "./multiverse";

/** What the verdict is worded from, of one question, without the thousands of analyses that it counts. */
export function verdict(dataset: Dataset, { question }: AskedOf<"verdict">): FoundOf<"verdict"> {
  return {
    influence: influence(dataset, { question }),
    analyses: multiverseCounts(dataset, { question }),
    smallStudy: smallStudy(dataset, { question, fill: USUAL_FILL }).effects,
  };
}
