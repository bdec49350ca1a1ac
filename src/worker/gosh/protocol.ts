import type { Draw, GoshCounts, GoshProgress, GoshRequest, Part } from "../../stats/index";

/** What one worker counts: its part of all subsets of the studies, or random ones. */
export type GoshTask =
  | { readonly kind: "exhaustive"; readonly request: GoshRequest; readonly part: Part }
  | { readonly kind: "random"; readonly request: GoshRequest; readonly draw: Draw };

/** From the page to a worker. A new order takes the place of the one at work. */
export type GoshOrder =
  | { readonly kind: "count"; readonly id: number; readonly task: GoshTask }
  | { readonly kind: "stop" };

/** From a worker to the page, about the order of that id. After a stop, or a newer order, nothing more is said of it. */
export type GoshReport =
  | { readonly kind: "progress"; readonly id: number; readonly progress: GoshProgress }
  | { readonly kind: "counted"; readonly id: number; readonly counts: GoshCounts }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
