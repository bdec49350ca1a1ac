import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import { baujatScene } from "../sensitivity/baujat";
import { type CumulativeOptions, cumulativeScene } from "../sensitivity/cumulative";
import { influenceScene } from "../sensitivity/influenceBars";
import { labbeScene } from "../sensitivity/labbe";
import { leaveOneOutScene } from "../sensitivity/leaveOneOut";
import { radialScene } from "../sensitivity/radial";
import type { SeriesOptions } from "../sensitivity/series";
import { type CaseQuestion, type CaseStudy, caseInput } from "./caseInput";
import { ALIKE, COMPARED, counts, manyCounts, manyMeans, means } from "./caseStudies";
import { caseCumulative, caseInfluence } from "./sensitivityInput";

const SMD: CaseQuestion = { measure: "SMD" };
const RATIO: CaseQuestion = { measure: "RR", outcome: { name: "Abstinence", better: "higher" } };
const OPTIONS: SeriesOptions = { width: 760, theme: LIGHT, includeColumn: 0 };

type Options = Partial<SeriesOptions>;
type Draw = (studies: readonly CaseStudy[], question: CaseQuestion, options?: Options) => Scene;

const leaveOneOut: Draw = (studies, question, options) => {
  const input = caseInput(studies, question);
  return leaveOneOutScene(input, caseInfluence(input), { ...OPTIONS, ...options });
};
const cumulative = (
  studies: readonly CaseStudy[],
  question: CaseQuestion,
  options: Partial<CumulativeOptions> = {},
): Scene => {
  const input = caseInput(studies, question);
  return cumulativeScene(input, caseCumulative(input), { ...OPTIONS, by: "year", ...options });
};
const influence: Draw = (studies, question, options) => {
  const input = caseInput(studies, question);
  return influenceScene(input, caseInfluence(input), { ...OPTIONS, ...options });
};
const scatter =
  (scene: typeof baujatScene): Draw =>
  (studies, question, options) => {
    const input = caseInput(studies, question);
    return scene(input, caseInfluence(input), { ...OPTIONS, ...options });
  };
const baujat = scatter(baujatScene);
const radial = scatter(radialScene);
const labbe = scatter(labbeScene);

/** Nine trials, one of them left out by the reader. */
const WITH_OUT = COMPARED.map((study, i) => ({ ...study, excluded: i === 2 }));
const NARROW: Options = { width: 328, includeColumn: 26 };
/** The same trial eight times: no heterogeneity, and every point on another. */
const TIES = Array.from(
  { length: 8 },
  (_, i): CaseStudy => ({
    slab: `Simulated trial ${i + 1}`,
    year: 2012 + i,
    data: means(3.1, 1.2, 40, 3.6, 1.2, 40),
  }),
);
/** The same risks six times. */
const SAME_RISKS = Array.from(
  { length: 6 },
  (_, i): CaseStudy => ({ slab: `Author ${i + 1}`, data: counts(12, 60, 18, 60) }),
);
/** Ten small trials about no effect and a large one far from it, which alone carries the conclusion. */
const OUTLIER: readonly CaseStudy[] = [
  ...manyMeans(9, 3).map(
    (study, i): CaseStudy => ({
      ...study,
      data: means(4 + 0.1 * (i % 3), 1.3, 30, 4.1, 1.3, 30),
    }),
  ),
  { slab: "Simulated trial 99", year: 2025, data: means(2.1, 0.9, 220, 4.2, 0.9, 220) },
];
const MANY = manyCounts(136).map((study, i) => ({ ...study, year: 1975 + (i % 40) }));

export const leaveOneOutTwo = () => leaveOneOut(manyMeans(2), SMD);
export const leaveOneOutThree = () => leaveOneOut(manyMeans(3), SMD, { theme: DARK });
export const leaveOneOutNine = () => leaveOneOut(WITH_OUT, SMD);
export const leaveOneOutNarrow = () => leaveOneOut(WITH_OUT, SMD, NARROW);
export const leaveOneOutTies = () => leaveOneOut(TIES, SMD);
export const leaveOneOutOutlier = () => leaveOneOut(OUTLIER, SMD);
export const leaveOneOutFlips = () => leaveOneOut(OUTLIER, { ...SMD, model: { method: "EE" } });
export const leaveOneOut23 = () => leaveOneOut(manyCounts(23), RATIO);
export const leaveOneOut136 = () => leaveOneOut(MANY, RATIO, { width: 960 });

export const leaveOneOut10 = () => leaveOneOut(manyMeans(10), SMD);
export const leaveOneOutAlike = () => leaveOneOut(ALIKE, SMD);

export const cumulativeTwo = () => cumulative(manyMeans(2), SMD);
export const cumulativeNine = () => cumulative(WITH_OUT, SMD);
export const cumulativeThree = () => cumulative(manyMeans(3), SMD);
export const cumulative23 = () => cumulative(manyMeans(23), SMD);
export const cumulative136 = () => cumulative(MANY, RATIO);
export const cumulativeTies = () => cumulative(TIES, SMD);
export const cumulativeAlike = () => cumulative(ALIKE, SMD);
export const cumulativeNarrow = () => cumulative(WITH_OUT, SMD, NARROW);
export const cumulativeDark = () => cumulative(WITH_OUT, SMD, { theme: DARK });
export const cumulativeFirstFour = () => cumulative(COMPARED, SMD, { shown: 4 });
export const cumulativeFlips = () => cumulative(OUTLIER, { ...SMD, model: { method: "EE" } });

export const influenceTwo = () => influence(manyMeans(2), SMD);
export const influenceThree = () => influence(manyMeans(3), SMD);
export const influence23 = () => influence(manyMeans(23), SMD);
export const influenceAlike = () => influence(ALIKE, SMD);
export const influenceNine = () => influence(WITH_OUT, SMD);
export const influenceNarrow = () => influence(WITH_OUT, SMD, NARROW);
export const influenceDark = () => influence(WITH_OUT, SMD, { theme: DARK });
export const influenceTies = () => influence(TIES, SMD);
export const influenceOutlier = () => influence(OUTLIER, SMD);
export const influence136 = () => influence(MANY, RATIO);

export const baujatTwo = () => baujat(manyMeans(2), SMD);
export const baujatThree = () => baujat(manyMeans(3), SMD);
export const baujat10 = () => baujat(manyMeans(10), SMD);
export const baujatAlike = () => baujat(ALIKE, SMD);
export const baujat23 = () => baujat(manyMeans(23), SMD);
export const baujatOutlier = () => baujat(OUTLIER, SMD, { width: 420 });
export const baujatTies = () => baujat(TIES, SMD);
export const baujatDark = () => baujat(WITH_OUT, SMD, { theme: DARK, width: 328 });
export const baujat136 = () => baujat(MANY, RATIO);

export const radialTwo = () => radial(manyMeans(2), SMD);
export const radialThree = () => radial(manyMeans(3), SMD);
export const radial23 = () => radial(manyMeans(23), SMD);
export const radialOutlier = () => radial(OUTLIER, SMD);
export const radialAlike = () => radial(ALIKE, SMD);
export const radialNine = () => radial(WITH_OUT, SMD);
export const radialTies = () => radial(TIES, SMD);
export const radialDark = () => radial(WITH_OUT, SMD, { theme: DARK, width: 328 });
export const radial136 = () => radial(MANY, RATIO);

export const labbeTwo = () => labbe(manyCounts(2), RATIO);
export const labbeThree = () => labbe(manyCounts(3), RATIO);
export const labbeTies = () => labbe(SAME_RISKS, RATIO);
export const labbeOutlier = () =>
  labbe([...manyCounts(9), { slab: "Author Z", data: counts(90, 100, 10, 100) }], RATIO);
export const labbe23 = () =>
  labbe(
    manyCounts(23).map((study, i) => ({ ...study, excluded: i === 4 })),
    RATIO,
  );
export const labbeOdds = () => labbe(manyCounts(23), { ...RATIO, measure: "OR" }, { theme: DARK });
export const labbeDifference = () => labbe(manyCounts(10), { ...RATIO, measure: "RD" }, { width: 328 });
export const labbe136 = () => labbe(MANY, RATIO);
export const labbeMeans = () => labbe(manyMeans(3), SMD);
