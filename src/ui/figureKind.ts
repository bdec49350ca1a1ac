import type { PlainTable } from "../export/figureTable";
import type { Question } from "../model/selection";
import type { Scene, Theme } from "../scene/scene";
import type { AppState, Held } from "../state/appState";
import type { PoolClient } from "../worker/client";

/** What a figure that is taken away is made of: the answer on the page, how it is looked at, and who can be asked more. */
export interface FigureSource {
  readonly held: Held;
  readonly answered: NonNullable<AppState["answered"]>;
  readonly look: AppState["look"];
  readonly lens: AppState["lens"];
  readonly explore: PoolClient["explore"];
}

/** Draws the figure anew at a width in CSS pixels. */
export type DrawFigure = (options: { readonly width: number; readonly theme: Theme }) => Scene;

export interface FigureKind {
  /** In the names of files: "forest". */
  readonly name: string;
  /** In a sentence: "forest plot". */
  readonly title: string;
  /** Finds what the figure needs beside the answer; null where these data have no such figure. */
  readonly prepare: (source: FigureSource) => Promise<DrawFigure | null>;
  /** The numbers that it draws, at full precision, where they are not those of the answer; null as `prepare`. */
  readonly numbers?: (source: FigureSource) => Promise<PlainTable | null>;
}

/** What the present answer is the answer to. */
export function questionOf({ analysis: { selection, model } }: FigureSource["answered"]): Question {
  return { selection, model };
}
