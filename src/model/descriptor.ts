import type { Measure, Scale } from "./measure";
import type { PoolingModel, Preset } from "./poolingModel";
import type { Better, Row } from "./study";

/** `own` is a file that the reader opened. */
export type DatasetKind = "simulated" | "published" | "own";

export interface OutcomeInfo {
  readonly name: string;
  /** Which way is better for the patient; decides the side of "Favours ...". */
  readonly better: Better;
  /** True for an unwanted effect of the treatment: the page keeps it one press away from every benefit. */
  readonly harm: boolean;
  /** In a sentence, what moved: "pain", "the risk of nausea". */
  readonly noun: string;
  /** Unit of the raw values, as the reader writes it: "points (0-10)". */
  readonly unit: string | null;
  /** Smallest difference that matters, on the scale of `measure`, with its source; null where unknown. */
  readonly mid: { readonly value: number; readonly measure: Measure; readonly source: string } | null;
  /** Measure shown first; null: the first that suits the data. */
  readonly measure: Measure | null;
  /** What a given effect (`GEN`) is called and on which scale it stands. */
  readonly given: { readonly name: string; readonly short: string; readonly scale: Scale } | null;
  /** The source's own methods for this outcome, where they are not those of the whole dataset. */
  readonly publishedModel?: PoolingModel | null;
}

export interface TimepointInfo {
  readonly name: string;
  /** True for results over the whole follow-up: the map draws one cell across all columns. */
  readonly wholeFollowUp: boolean;
}

/** A column beyond the tidy ones. */
export interface ColumnInfo {
  readonly name: string;
  readonly title: string;
  readonly type: "category" | "number" | "text";
  /** A risk-of-bias judgement ("overall" for the overall one) by its domain's name, else null. */
  readonly riskOfBias: string | null;
}

/** A figure that the source printed, to set beside ours. Ratios are on their natural scale. */
export interface PublishedFigure {
  readonly outcome: string;
  readonly timepoint: string;
  /** null: all comparators. */
  readonly comparator: string | null;
  readonly measure: Measure;
  readonly estimate: number | null;
  readonly ciLb: number | null;
  readonly ciUb: number | null;
  readonly I2: number | null;
  /** Decimals to which the source printed estimate and interval. */
  readonly decimals: number;
  /** Where only significance was printed. */
  readonly significant: boolean | null;
}

/** What a dataset is and how it wants to be read; from its `datapackage.json`, or inferred from a reader's file. */
export interface Descriptor {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly kind: DatasetKind;
  /** The provenance line, in one or two sentences. */
  readonly provenance: string;
  /** Words that every exported figure carries: what is simulated, or the source. */
  readonly figureNote: string;
  readonly citation: string | null;
  readonly doi: string | null;
  readonly licence: { readonly name: string; readonly url: string | null } | null;
  /** "trial" or "study": what a row's source is called, and its plural. */
  readonly studyNoun: { readonly one: string; readonly many: string };
  /** What the people in them are called: patients, or participants where not all of them are ill. */
  readonly peopleNoun: { readonly one: string; readonly many: string };
  readonly arms: { readonly intervention: string; readonly control: string };
  readonly outcomes: readonly OutcomeInfo[];
  readonly timepoints: readonly TimepointInfo[];
  readonly comparators: readonly string[];
  readonly columns: readonly ColumnInfo[];
  readonly defaults: {
    readonly outcome: string;
    readonly timepoint: string;
    readonly compareBy: string | null;
    readonly preset: Preset;
  };
  /** The source's own methods, where known: the preset "As published", unless an outcome has its own. */
  readonly publishedModel: PoolingModel | null;
  readonly publishedFigures: readonly PublishedFigure[];
  /** What was done about slips in the data before anything was pooled, a sentence each; absent where nothing was. */
  readonly corrections?: readonly string[];
  /** For "What is real here?": paragraphs under headings, and plain facts. */
  readonly account: {
    readonly facts: readonly { readonly label: string; readonly value: string }[];
    readonly sections: readonly { readonly heading: string; readonly text: string }[];
  };
}

export interface Dataset {
  readonly descriptor: Descriptor;
  readonly rows: readonly Row[];
}
