import type { MeasureInfo } from "../model/measure";
import type { Method, PoolingModel, Weighting } from "../model/poolingModel";
import { PREDINT_NAMES, SMD_VARIANCE_NAMES, TEST_NAMES, WEIGHTING_NAMES } from "./modelNames";
import { levelPercent } from "./phrase";

const METHOD_PHRASES: Readonly<Record<Exclude<Method, "EE">, string>> = {
  DL: "random effects (DerSimonian-Laird)",
  PM: "random effects (Paule-Mandel)",
  REML: "random effects (REML)",
  ML: "random effects (ML)",
  EB: "random effects (empirical Bayes)",
  HE: "random effects (Hedges-Olkin)",
  HS: "random effects (Hunter-Schmidt)",
  SJ: "random effects (Sidik-Jonkman)",
};

/** "standardised mean difference (Hedges’ g, RevMan variance)", "risk ratio". */
export function measurePhrase({ measure, name }: MeasureInfo, { smdVariance }: PoolingModel): string {
  if (measure !== "SMD") return name;
  const variance = SMD_VARIANCE_NAMES[smdVariance].replace(/^Large/, "large");
  return name.replace(/\)$/, `, ${variance})`);
}

/** "random effects (DerSimonian-Laird), Wald 95% CI, prediction interval t(k − 1)". */
export function modelPhrase({ method, test, predint, level, weighting }: PoolingModel): string {
  const interval = `${TEST_NAMES[test]} ${levelPercent(level)} CI`;
  const predicted = method === "EE" ? [] : [`prediction interval ${PREDINT_NAMES[predint].replace(/^N/, "n")}`];
  return [pooledBy(method, weighting), interval, ...predicted].join(", ");
}

function pooledBy(method: Method, weighting: Weighting): string {
  if (method === "EE") return `common effect (${WEIGHTING_NAMES[weighting].replace(/^I/, "i")})`;
  const about = weighting === "MH" ? ", Q about the Mantel-Haenszel estimate)" : ")";
  return METHOD_PHRASES[method].replace(/\)$/, about);
}
