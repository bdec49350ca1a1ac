import { DEFAULT_LOOK } from "../../model/look";
import { DARK, LIGHT } from "../../scene/themes";
import { biasScene } from "../bias";
import type { BiasOptions } from "../biasLayout";
import { type CaseStudy, caseInput } from "./caseInput";
import { BIAS_COLUMNS, COMPARED, judgements, manyMeans } from "./caseStudies";

const QUESTION = { measure: "SMD", columns: BIAS_COLUMNS } as const;

function draw(studies: readonly CaseStudy[], change: Partial<BiasOptions> = {}, columns = BIAS_COLUMNS) {
  const input = caseInput(studies, { ...QUESTION, columns });
  return biasScene(input, { width: 860, theme: LIGHT, look: DEFAULT_LOOK, ...change });
}

/** One study left out, one not judged in two domains. */
const MARRED: readonly CaseStudy[] = COMPARED.map((study, i) => ({
  ...study,
  excluded: i === 1,
  ...(i === 3 ? { columns: { ...study.columns, rob_1: null, rob_5: "No information" } } : {}),
}));

const LONG: readonly CaseStudy[] = manyMeans(6).map((study, i) => ({
  ...study,
  slab: `${study.slab}, a multicentre trial of ultrasound-guided therapy in ${["Seoul", "大阪市立総合医療センター"][i % 2]}`,
  columns: judgements(i),
}));

export const bias = () => draw(COMPARED);
export const biasDark = () => draw(MARRED, { theme: DARK });
export const biasNarrow = () => draw(MARRED, { width: 328 });
export const biasSorted = () => draw(COMPARED, { look: { sort: { by: "rob_5", descending: true } } });
export const biasLongNames = () => draw(LONG, { width: 640 });
export const biasOneDomain = () => draw(COMPARED.slice(0, 1), {}, BIAS_COLUMNS.slice(-1));
export const biasAllExcluded = () => draw(COMPARED.slice(0, 3).map((study) => ({ ...study, excluded: true })));
export const biasEmpty = () => draw([]);
