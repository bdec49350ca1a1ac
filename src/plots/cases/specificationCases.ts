import { MEASURES } from "../../model/measure";
import type { Predint } from "../../model/poolingModel";
import { ANY_ANALYSIS, type Multiverse, type SpecificationFilter } from "../../model/sensitivity";
import { type EffectChoice, specificationAt } from "../../model/specifications";
import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import { countConclusions, escalc, multiverse as tryAll, type UniversePredictions } from "../../stats/index";
import { curveOf } from "../specification/curve";
import { type SpecificationOptions, specificationLayout, specificationScene } from "../specification/specification";
import { type CaseStudy, caseInput } from "./caseInput";
import { ALIKE, COMPARED, manyMeans } from "./caseStudies";

const UNCOUNTED = { above: 0, below: 0, uncertain: 0 };
const METHODS = ["EE", "DL", "PM", "REML", "ML", "HE", "HS", "SJ"] as const;
const TESTS = ["z", "t", "knha", "adhoc", "wider"] as const;
const PREDINTS = ["z", "V", "HTS", "HK", "HK-PR"] as const;
const VARIANCES = ["LS", "UB", "RevMan"] as const;

/** All analyses of these studies' SMD, by the project's own statistics. */
function draw(
  studies: readonly CaseStudy[],
  options: Partial<SpecificationOptions> & { readonly filter?: Partial<SpecificationFilter> } = {},
): Scene {
  const input = caseInput(studies, { measure: "SMD" });
  const effects = VARIANCES.map((smdVariance): EffectChoice => {
    return { key: `SMD ${smdVariance}`, measure: MEASURES.SMD, smdVariance, zeroCells: null };
  });
  const sets = VARIANCES.map((smdVariance) => {
    const found = studies.map(({ data }) => escalc("SMD", data, { smdVariance, zeroCells: "only0" }));
    const known = found.flatMap((effect) => ("reason" in effect ? [] : [effect]));
    return { key: `SMD ${smdVariance}`, yi: known.map((e) => e.yi), vi: known.map((e) => e.vi) };
  });
  const { universes, predictions } = tryAll({
    ...{ sets, methods: METHODS, tests: TESTS, predints: PREDINTS, level: 0.95, leaveOneOut: true },
  });
  const multiverse: Multiverse = {
    ...{ measure: MEASURES.SMD, effects, methods: METHODS, tests: TESTS, predints: PREDINTS, weights: [] },
    conclusions: countConclusions(universes),
    predictions: { kinds: kindsOf(predictions), conclusions: UNCOUNTED, weights: [] },
    specifications: { ...universes, effects: universes.set },
  };
  const curve = curveOf(multiverse, { ...ANY_ANALYSIS, ...options.filter });
  const current = curve.findIndex((at) => {
    const s = specificationAt(multiverse, at);
    return s.effects === "SMD RevMan" && s.method === "DL" && s.test === "z" && s.leftOut === null;
  });
  return specificationScene(
    specificationLayout(input, multiverse, curve, {
      ...{ width: 960, theme: LIGHT, current: current < 0 ? null : current },
      ...options,
    }),
  );
}

function kindsOf({ predint, length }: UniversePredictions): readonly Predint[] {
  return PREDINTS.filter((_, kind) => predint.subarray(0, length).includes(kind));
}

export const specificationTwo = () => draw(manyMeans(2));
export const specificationThree = () => draw(manyMeans(3));
export const specificationAlike = () => draw(ALIKE);
export const specification136 = () => draw(manyMeans(136));
export const specification9 = () => draw(COMPARED);
export const specificationFew = () => draw(COMPARED, { filter: { leftOut: ["none"], effects: ["SMD RevMan"] } });
export const specification23 = () => draw(manyMeans(23));
export const specificationDark = () => draw(COMPARED, { theme: DARK });
export const specificationNarrow = () => draw(COMPARED, { width: 328 });
export const specificationNone = () => draw(COMPARED, { filter: { method: ["EB"] } });
