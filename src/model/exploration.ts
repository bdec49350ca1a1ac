import type { Question } from "./selection";
import type { TimeCourse } from "./timeCourse";

/** What a view asks beside the page's question, computed only while that view is open: question and answer by kind. */
export interface Explorations {
  /** `sameTrials` keeps the trials that report every timepoint. */
  readonly timeCourse: {
    readonly asked: { readonly question: Question; readonly sameTrials: boolean };
    readonly found: TimeCourse;
  };
}

export type ExplorationKind = keyof Explorations;
export type AskedOf<Kind extends ExplorationKind> = Explorations[Kind]["asked"];
export type FoundOf<Kind extends ExplorationKind> = Explorations[Kind]["found"];
