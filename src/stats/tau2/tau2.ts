import type { Method } from "../../model/poolingModel";
import { tau2DL } from "./dersimonianLaird";
import { tau2EB } from "./empiricalBayes";
import type { Tau2Fit } from "./fit";
import { tau2HE } from "./hedgesOlkin";
import { tau2HS } from "./hunterSchmidt";
import { tau2ML } from "./ml";
import { tau2PM } from "./pauleMandel";
import { tau2REML } from "./reml";
import { tau2SJ } from "./sidikJonkman";

type Estimator = (yi: readonly number[], vi: readonly number[]) => Tau2Fit;

/** The estimator of tau2 that each method names; the common-effect model holds it at 0. */
export const TAU2: Readonly<Record<Method, Estimator>> = {
  EE: () => ({ tau2: 0, converged: true }),
  DL: tau2DL,
  EB: tau2EB,
  HE: tau2HE,
  HS: tau2HS,
  ML: tau2ML,
  PM: tau2PM,
  REML: tau2REML,
  SJ: tau2SJ,
};
