import type { Question } from "../model/selection";
import type { Scene, Theme } from "../scene/scene";
import type { AppState, Held, View } from "../state/appState";
import type { PoolClient } from "../worker/client";
import { figureInput } from "./figureInput";

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

interface FigureKind {
  /** In the names of files: "forest". */
  readonly name: string;
  /** In a sentence: "forest plot". */
  readonly title: string;
  /** Finds what the figure needs beside the answer; null where these data have no such figure. */
  readonly prepare: (source: FigureSource) => Promise<DrawFigure | null>;
}

const FOREST: FigureKind = {
  name: "forest",
  title: "forest plot",
  async prepare({ held, answered, look, lens }) {
    const { forestScene } = await import("../plots/forest");
    const input = figureInput(held, answered, null, lens);
    return (options) => forestScene(input, { ...options, look, includeColumn: 0 });
  },
};

const FUNNEL: FigureKind = {
  name: "funnel",
  title: "funnel plot",
  async prepare({ held, answered, look, lens, explore }) {
    const [found, { funnelScene }] = await Promise.all([
      explore(held.key, "smallStudy", { question: questionOf(answered) }),
      import("../plots/funnel"),
    ]);
    const input = figureInput(held, answered, null, lens);
    return (options) => funnelScene(input, { ...options, look, smallStudy: found?.effects ?? null });
  },
};

const TIME_COURSE: FigureKind = {
  name: "time-course",
  title: "time course",
  async prepare({ held, answered, look, lens, explore }) {
    const { sameTrials } = look;
    const asked = { question: questionOf(answered), sameTrials };
    const [course, { timeCourseScene }] = await Promise.all([
      explore(held.key, "timeCourse", asked),
      import("../plots/timeCourse"),
    ]);
    if (!course || course.timepoints.length < 2) return null;
    const input = figureInput(held, answered, null, lens);
    return (options) => timeCourseScene(input, course, { ...options, lit: null });
  },
};

const BUBBLE: FigureKind = {
  name: "bubble",
  title: "bubble plot",
  async prepare({ held, answered, look, lens, explore }) {
    const [{ moderatorsOf }, { bubbleScene }] = await Promise.all([
      import("./views/moderatorsOf"),
      import("../plots/bubble"),
    ]);
    const column = look.moderator ?? moderatorsOf(held.dataset)[0];
    if (column === undefined) return null;
    const bubble = await explore(held.key, "bubble", { question: questionOf(answered), column });
    const input = figureInput(held, answered, null, lens);
    return bubble && ((options) => bubbleScene(input, bubble, options));
  },
};

const BIAS: FigureKind = {
  name: "risk-of-bias",
  title: "risk-of-bias figure",
  async prepare({ held, answered, look, lens }) {
    const [{ biasScene }, { biasColumns }] = await Promise.all([
      import("../plots/bias"),
      import("../plots/riskOfBias"),
    ]);
    if (biasColumns(held.dataset.descriptor, "all").length === 0) return null;
    const input = figureInput(held, answered, null, lens);
    return (options) => biasScene(input, { ...options, look });
  },
};

/** The figure of each view that has one. The ghost of the answer before stays on the page: a file shows one result. */
export const FIGURES: Readonly<Partial<Record<View, FigureKind>>> = {
  forest: FOREST,
  funnel: FUNNEL,
  time: TIME_COURSE,
  bias: BIAS,
  bubble: BUBBLE,
};

/** The figure of the view in front; the forest plot where that view is words or a table. */
export function figureOf(view: View): FigureKind {
  return FIGURES[view] ?? FOREST;
}

/** What the present answer is the answer to. */
function questionOf({ analysis: { selection, model } }: FigureSource["answered"]): Question {
  return { selection, model };
}
