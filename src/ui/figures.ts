import type { View } from "../state/appState";
import { figureInput } from "./figureInput";
import { type FigureKind, questionOf } from "./figureKind";
import { SENSITIVITY_FIGURES } from "./sensitivityFigures";

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
      explore(held.key, "smallStudy", { question: questionOf(answered), fill: look.fill }),
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

/**
 * The figures of each view that has any. The ghost of the answer before stays on the page: a file shows one result.
 */
export const FIGURES: Readonly<Partial<Record<View, readonly FigureKind[]>>> = {
  forest: [FOREST],
  funnel: [FUNNEL],
  time: [TIME_COURSE],
  bias: [BIAS],
  bubble: [BUBBLE],
  sensitivity: SENSITIVITY_FIGURES,
};

const INSTEAD: readonly FigureKind[] = [FOREST];

/** The figures of the view in front; the forest plot where that view is words or a table. */
export function figuresOf(view: View): readonly FigureKind[] {
  return FIGURES[view] ?? INSTEAD;
}

/** The first of them. */
export function figureOf(view: View): FigureKind {
  return figuresOf(view)[0] ?? FOREST;
}
