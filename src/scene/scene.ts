/** A point in CSS pixels, y downwards. */
export type Point = readonly [x: number, y: number];

interface Stroke {
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: string;
}

interface Fill {
  readonly fill?: string;
  readonly fillOpacity?: number;
}

/** The closed drawing vocabulary: what both renderers can draw, and nothing else. */
export type Mark =
  | ({ readonly kind: "rule"; readonly from: Point; readonly to: Point } & Stroke)
  | ({ readonly kind: "rect"; readonly at: Point; readonly size: Point; readonly rx?: number } & Stroke & Fill)
  | ({ readonly kind: "circle"; readonly at: Point; readonly r: number } & Stroke & Fill)
  | ({ readonly kind: "polygon"; readonly points: readonly Point[] } & Stroke & Fill)
  | ({ readonly kind: "polyline"; readonly points: readonly Point[] } & Stroke)
  | {
      readonly kind: "text";
      /** The alphabetic baseline, by our own arithmetic, so that every renderer agrees. */
      readonly at: Point;
      readonly text: string;
      readonly size: number;
      readonly anchor?: "start" | "middle" | "end";
      readonly weight?: "bold";
      readonly italic?: true;
      readonly strike?: true;
      readonly fill: string;
    }
  | {
      readonly kind: "group";
      /** Stable across scenes, so that a renderer can follow a row from one scene to the next. */
      readonly key: string;
      /** Spoken name of what the group shows. */
      readonly label?: string;
      readonly marks: readonly Mark[];
    };

/** Marks that belong together. */
export type GroupMark = Extract<Mark, { kind: "group" }>;

/** A place that the page makes interactive; the exported file has no trace of it. */
export interface Target {
  /** The dataset row drawn here. */
  readonly rowId: number;
  /** The whole area that belongs to the row, in CSS pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** A column's head or a group's heading as a place that the page makes pressable; a file has no trace of it. */
export interface Spot {
  /** What a list is sorted by at this head, or the group's key. */
  readonly key: string;
  /** What it is called: "Weight", "Sham". */
  readonly label: string;
  readonly box: Target["box"];
}

/** A figure as plain data: laid out, coloured and named, ready for any renderer. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly title: string;
  readonly description: string;
  readonly marks: readonly Mark[];
  readonly targets: readonly Target[];
  /** Heads by which the rows can be sorted. */
  readonly heads?: readonly Spot[];
  /** Headings of the groups that are drawn. */
  readonly groupTargets?: readonly Spot[];
}

interface Judgements {
  readonly low: string;
  readonly some: string;
  readonly high: string;
  readonly none: string;
}

/** How a figure is painted; everything else about its look is layout. */
export interface Theme {
  readonly background: string;
  readonly ink: string;
  /** Boxes of studies that belong to no group. */
  readonly study: string;
  /** Secondary text. */
  readonly muted: string;
  /** Hairlines and grid. */
  readonly line: string;
  /** Rows taken out, and the ghost of the previous result. */
  readonly faint: string;
  /** One colour per group, colour-blind safe (Okabe-Ito), told apart by label too. */
  readonly groups: readonly string[];
  /** Risk of bias: low, some concerns, high. */
  readonly judgement: Judgements;
  /** The sign inside each of those. */
  readonly judgementInk: Judgements;
  /** Funnel contours, p < 0.01, 0.05, 0.1, outermost first. */
  readonly contours: readonly [string, string, string];
  /** The overall result's diamond. */
  readonly pooled: string;
  /** The lines of the studies' intervals; null: each in the colour of its box. */
  readonly interval: string | null;
  /** The band behind the column heads, and what is written on it; null: no band. */
  readonly head: { readonly ground: string; readonly ink: string } | null;
  /** Behind every second study; null: nothing. */
  readonly stripe: string | null;
}
