import type { AuditRow } from "./audit";
import type { Bubble } from "./bubble";
import type { ExportedAnalysis } from "./exportedAnalysis";
import type { Lens, LensReading } from "./lens";
import type { Question } from "./selection";
import type { Cumulative, Influence, Multiverse, MultiverseCounts } from "./sensitivity";
import type { FillChoice, SelectionEffects, SmallStudyEffects } from "./smallStudy";
import type { TimeCourse } from "./timeCourse";

/** What a view asks beside the page's question, computed only while that view is open: question and answer by kind. */
export interface Explorations {
  /** `column` is a numeric column of the data, or "year". */
  readonly bubble: {
    readonly asked: { readonly question: Question; readonly column: string };
    readonly found: Bubble;
  };
  /** `effects` is null where nothing is pooled over all. */
  readonly smallStudy: {
    readonly asked: { readonly question: Question; readonly fill: FillChoice };
    readonly found: { readonly effects: SmallStudyEffects | null };
  };
  /** The pooled effect under patterns of selective publication. */
  readonly selection: { readonly asked: { readonly question: Question }; readonly found: SelectionEffects };
  /** `sameTrials` keeps the trials that report every timepoint. */
  readonly timeCourse: {
    readonly asked: { readonly question: Question; readonly sameTrials: boolean };
    readonly found: TimeCourse;
  };
  /** What the verdict on the conclusion rests on, but for the subsets: parts of what the other kinds find. */
  readonly verdict: {
    readonly asked: { readonly question: Question };
    readonly found: {
      readonly influence: Influence;
      readonly analyses: MultiverseCounts;
      readonly smallStudy: SmallStudyEffects | null;
    };
  };
  /** How far the overall result rests on single studies. */
  readonly influence: { readonly asked: { readonly question: Question }; readonly found: Influence };
  /** `by` is a `CumulativeOrder` or a column of the data. */
  readonly cumulative: {
    readonly asked: { readonly question: Question; readonly by: string };
    readonly found: Cumulative;
  };
  readonly multiverse: { readonly asked: { readonly question: Question }; readonly found: Multiverse };
  /** Exported results beside ours, in the order of the analyses. */
  readonly audit: {
    readonly asked: { readonly exported: readonly ExportedAnalysis[] };
    readonly found: { readonly rows: readonly AuditRow[] };
  };
  /** What the results mean for patients, through what the reader gave. */
  readonly lens: {
    readonly asked: { readonly question: Question; readonly lens: Lens };
    readonly found: LensReading;
  };
}

export type ExplorationKind = keyof Explorations;
export type AskedOf<Kind extends ExplorationKind> = Explorations[Kind]["asked"];
export type FoundOf<Kind extends ExplorationKind> = Explorations[Kind]["found"];

/** What was found for one view, by kind; a kind that the view does not ask for is not there. */
export type Findings = { readonly [Kind in ExplorationKind]?: FoundOf<Kind> };
