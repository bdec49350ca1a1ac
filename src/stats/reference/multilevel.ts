import multilevelJson from "./multilevel.json?raw";

export interface ReferenceRobust {
  readonly se: number;
  readonly df: number;
  readonly statistic: number;
  readonly pval: number;
  readonly ciLb: number;
  readonly ciUb: number;
}

interface Robust {
  readonly CR1: ReferenceRobust;
  readonly CR2: ReferenceRobust;
}

interface ReferenceModel extends Robust {
  readonly method: "REML" | "ML";
  readonly test: "z" | "t";
  readonly rho: number;
  readonly between: number;
  readonly within: number;
  /** False where metafor ends on a lower peak by itself. */
  readonly alone: boolean;
  readonly mu: number;
  readonly se: number;
  readonly statistic: number;
  readonly df: number | null;
  readonly pval: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly piLb: number;
  readonly piUb: number;
  readonly logLik: number;
  readonly Q: number;
  readonly Qp: number;
  readonly I2Between: number;
  readonly I2Within: number;
  readonly weights: readonly number[];
}

interface MultilevelCase {
  readonly name: string;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly study: readonly number[];
  readonly models: readonly ReferenceModel[];
  /** Robust means for weights that are not those of a three-level model. */
  readonly weighted: Robust & { readonly weights: readonly number[]; readonly mu: number };
}

/** Reference values from metafor and clubSandwich, made by `multilevel.R`. */
export const MULTILEVEL: readonly MultilevelCase[] = JSON.parse(multilevelJson);
