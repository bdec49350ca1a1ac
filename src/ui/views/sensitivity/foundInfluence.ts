import type { Influence } from "../../../model/sensitivity";
import type { ForestInput } from "../../../plots/forestInput";

/** An answer with how far it rests on single studies. */
export interface FoundInfluence {
  readonly input: ForestInput;
  readonly influence: Influence;
}
