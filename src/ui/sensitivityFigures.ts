import type { PlainTable } from "../export/figureTable";
import { figureInput } from "./figureInput";
import { type FigureKind, type FigureSource, questionOf } from "./figureKind";
import type { FoundInfluence } from "./views/sensitivity/foundInfluence";

/** How far the result rests on single studies; null where there are not two to compare. */
async function influenceOf({ held, answered, lens, explore }: FigureSource): Promise<FoundInfluence | null> {
  const influence = await explore(held.key, "influence", { question: questionOf(answered) });
  if (!influence || (influence.overall?.k ?? 0) < 2) return null;
  return { input: figureInput(held, answered, null, lens), influence };
}

async function numbersOf(
  source: FigureSource,
  table: (numbers: typeof import("./views/sensitivity/studyNumbers"), found: FoundInfluence) => PlainTable,
): Promise<PlainTable | null> {
  const [found, numbers] = await Promise.all([influenceOf(source), import("./views/sensitivity/studyNumbers")]);
  return found && table(numbers, found);
}

export const LEAVE_ONE_OUT: FigureKind = {
  name: "leave-one-out",
  title: "leave-one-out plot",
  async prepare(source) {
    const [found, { leaveOneOutScene }] = await Promise.all([
      influenceOf(source),
      import("../plots/sensitivity/leaveOneOut"),
    ]);
    const { look } = source;
    return (
      found && ((options) => leaveOneOutScene(found.input, found.influence, { ...options, look, includeColumn: 0 }))
    );
  },
  numbers: (source) => numbersOf(source, (n, found) => n.plainTable(n.leaveOneOutNumbers(found))),
};

export const CUMULATIVE: FigureKind = {
  name: "cumulative",
  title: "cumulative plot",
  async prepare(source) {
    const [found, { cumulativeScene }] = await Promise.all([
      cumulativeOf(source),
      import("../plots/sensitivity/cumulative"),
    ]);
    const { look } = source;
    return (
      found &&
      ((options) => cumulativeScene(found.input, found.steps, { ...options, look, by: found.by, includeColumn: 0 }))
    );
  },
  async numbers(source) {
    const [found, { cumulativeNumbers, plainTable }] = await Promise.all([
      cumulativeOf(source),
      import("./views/sensitivity/studyNumbers"),
    ]);
    return found && plainTable(cumulativeNumbers(found.input, found.steps));
  },
};

async function cumulativeOf({ held, answered, look, lens, explore }: FigureSource) {
  const { joinOrder } = await import("./views/sensitivity/joinOrder");
  const by = joinOrder(look, held.dataset);
  const steps = await explore(held.key, "cumulative", { question: questionOf(answered), by });
  return steps && steps.steps.length > 1 ? { input: figureInput(held, answered, null, lens), steps, by } : null;
}

export const INFLUENCE: FigureKind = {
  name: "influence",
  title: "influence of each study",
  async prepare(source) {
    const [found, { influenceScene }] = await Promise.all([
      influenceOf(source),
      import("../plots/sensitivity/influenceBars"),
    ]);
    const { look } = source;
    return found && ((options) => influenceScene(found.input, found.influence, { ...options, look, includeColumn: 0 }));
  },
  numbers: (source) => numbersOf(source, (n, found) => n.plainTable(n.influenceNumbers(found))),
};

export const BAUJAT: FigureKind = {
  name: "baujat",
  title: "Baujat plot",
  async prepare(source) {
    const [found, { baujatScene }] = await Promise.all([influenceOf(source), import("../plots/sensitivity/baujat")]);
    return found && ((options) => baujatScene(found.input, found.influence, options));
  },
  numbers: (source) => numbersOf(source, (n, found) => n.plainTable(n.baujatNumbers(found))),
};

export const EVERY_SUBSET: FigureKind = {
  name: "every-subset",
  title: "figure of every subset",
  async prepare(source) {
    const [found, { goshScene }, { goshLayout }] = await Promise.all([
      subsetsOf(source),
      import("../plots/gosh/gosh"),
      import("../plots/gosh/goshLayout"),
    ]);
    if (!found) return null;
    const { input, subsets } = found;
    // Not split: a file shows the density of all, and the counts along its axes with it.
    return (options) => goshScene(goshLayout(input, subsets, { ...options, split: null }), true);
  },
  async numbers(source) {
    const [found, { subsetTable }] = await Promise.all([subsetsOf(source), import("./views/sensitivity/allTables")]);
    return found && subsetTable(found.subsets);
  },
};

/** How the results of every subset are counted on the page; null where there are none. */
export async function subsetsOf({ held, answered, look, lens }: FigureSource) {
  const [{ questionedSubsets }, { countOnce }] = await Promise.all([
    import("./views/sensitivity/subsetsQuestion"),
    import("./views/sensitivity/goshWork"),
  ]);
  const input = figureInput(held, answered, null, lens);
  const asked = questionedSubsets(input, look.subsetSpread);
  const counts = asked && (await countOnce(asked.job));
  return counts && asked ? { input, subsets: asked.subsets(counts) } : null;
}

export const EVERY_ANALYSIS: FigureKind = {
  name: "every-analysis",
  title: "figure of every analysis",
  async prepare(source) {
    const [found, { specificationLayout, specificationScene }] = await Promise.all([
      analysesOf(source),
      import("../plots/specification/specification"),
    ]);
    if (!found) return null;
    const { input, multiverse, curve, current } = found;
    return (options) => specificationScene(specificationLayout(input, multiverse, curve, { ...options, current }));
  },
  async numbers(source) {
    const [found, { analysesTable }] = await Promise.all([analysesOf(source), import("./views/sensitivity/allTables")]);
    return found && analysesTable(found.input, found.multiverse, found.curve);
  },
};

async function analysesOf({ held, answered, look, lens, explore }: FigureSource) {
  const [multiverse, { curveOf }, { isOnPage }] = await Promise.all([
    explore(held.key, "multiverse", { question: questionOf(answered) }),
    import("../plots/specification/curve"),
    import("./views/sensitivity/specificationOf"),
  ]);
  if (!multiverse || multiverse.specifications.length === 0) return null;
  const curve = curveOf(multiverse, look.analyses);
  const at = curve.findIndex(isOnPage(multiverse, answered.analysis));
  return { input: figureInput(held, answered, null, lens), multiverse, curve, current: at < 0 ? null : at };
}

export const TRIM_AND_FILL: FigureKind = {
  name: "trim-and-fill",
  title: "funnel plot with trim and fill",
  async prepare({ held, answered, look, lens, explore }) {
    const [found, { funnelScene }] = await Promise.all([
      explore(held.key, "smallStudy", { question: questionOf(answered), fill: look.fill }),
      import("../plots/funnel"),
    ]);
    const effects = found?.effects;
    if (!effects) return null;
    const input = figureInput(held, answered, null, lens);
    const filled = { ...look, trimFill: true };
    return (options) => funnelScene(input, { ...options, look: filled, smallStudy: effects, line: true });
  },
};

export const RADIAL: FigureKind = {
  name: "radial",
  title: "radial plot",
  async prepare(source) {
    const [found, { radialScene }] = await Promise.all([influenceOf(source), import("../plots/sensitivity/radial")]);
    return found && ((options) => radialScene(found.input, found.influence, options));
  },
  numbers: (source) => numbersOf(source, (n, found) => n.plainTable(n.radialNumbers(found))),
};

export const LABBE: FigureKind = {
  name: "labbe",
  title: "L’Abbé plot",
  async prepare(source) {
    const [found, { labbeScene }] = await Promise.all([risksOf(source), import("../plots/sensitivity/labbe")]);
    return found && ((options) => labbeScene(found.input, found.influence, options));
  },
  async numbers(source) {
    const [found, { labbeNumbers, plainTable }] = await Promise.all([
      risksOf(source),
      import("./views/sensitivity/studyNumbers"),
    ]);
    return found && plainTable(labbeNumbers(found));
  },
};

/** As `influenceOf`, where studies report events. */
async function risksOf(source: FigureSource): Promise<FoundInfluence | null> {
  const found = await influenceOf(source);
  return found?.influence.studies.some(({ risks }) => risks !== null) ? found : null;
}

/** The figures of the Sensitivity tab, in its order. */
export const SENSITIVITY_FIGURES: readonly FigureKind[] = [
  ...[LEAVE_ONE_OUT, CUMULATIVE, INFLUENCE, BAUJAT, EVERY_SUBSET, EVERY_ANALYSIS, TRIM_AND_FILL, RADIAL, LABBE],
];
