import type { Method } from "../../model/poolingModel";
import { tau2DL } from "./dersimonianLaird";
import type { Tau2Fit } from "./fit";
import { tau2PM } from "./pauleMandel";
import { tau2REML } from "./reml";

type Estimator = (yi: readonly number[], vi: readonly number[]) => Tau2Fit;

/** The estimator of tau2 that each method names; the common-effect model holds it at 0. */
export const TAU2: Readonly<Record<Method, Estimator>> = {
  EE: () => ({ tau2: 0, converged: true }),
  DL: tau2DL,
  PM: tau2PM,
  REML: tau2REML,
};
