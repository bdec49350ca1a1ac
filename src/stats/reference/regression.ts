import type { Method } from "../../model/poolingModel";
import type { RegressionTest } from "../regression/regression";
import regressionJson from "./regression.json?raw";

interface ReferenceTest {
  readonly se: readonly number[];
  readonly statistic: readonly number[];
  readonly pval: readonly number[];
  readonly ciLb: readonly number[];
  readonly ciUb: readonly number[];
  readonly df: number | null;
  /** p by p; by `knha` alone. */
  readonly vcov: readonly number[] | null;
  /** QM, or F where df is not null. */
  readonly QM: number;
  readonly QMp: number;
  /** At each row of `at`, by `z` and `knha`; no prediction interval under the common effect. */
  readonly predicted: {
    readonly fitted: readonly number[];
    readonly se: readonly number[];
    readonly ciLb: readonly number[];
    readonly ciUb: readonly number[];
    readonly piLb: readonly number[] | null;
    readonly piUb: readonly number[] | null;
  } | null;
}

interface ReferenceFit {
  readonly method: Method;
  /** False where metafor fails or ends on a lower peak unless it starts from the maximum that a scan found. */
  readonly alone: boolean;
  readonly tau2: number;
  readonly beta: readonly number[];
  readonly QE: number;
  readonly QEp: number;
  readonly I2: number;
  readonly H2: number;
  /** tau2 without moderators; null under the common effect. */
  readonly total: number | null;
  readonly tests: Readonly<Record<RegressionTest, ReferenceTest>>;
  /** The test of the case's block of columns. */
  readonly block: Readonly<Record<"z" | "knha", { readonly QM: number; readonly QMp: number }>> | null;
}

interface RegressionCase {
  readonly name: string;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly design: readonly (readonly number[])[];
  readonly at: readonly (readonly number[])[];
  readonly block: readonly number[] | null;
  readonly fits: readonly ReferenceFit[];
}

interface PermutationCase {
  readonly name: string;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly design: readonly (readonly number[])[];
  readonly method: Method;
  readonly test: RegressionTest;
  readonly fits: number;
  readonly pvals: readonly number[];
  readonly moderators: number | null;
}

interface Reference {
  readonly cases: readonly RegressionCase[];
  readonly permutations: readonly PermutationCase[];
}

/** Meta-regressions and exact permutation tests by metafor, made by `regression.R`. */
export const { cases: REGRESSIONS, permutations: PERMUTATIONS }: Reference = JSON.parse(regressionJson);
