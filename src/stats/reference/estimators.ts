import type { Method } from "../../model/poolingModel";
import type { CountsData } from "../../model/study";
import estimatorsJson from "./estimators.json?raw";

export interface ReferenceInference {
  readonly se: number;
  readonly ciLb: number;
  readonly ciUb: number;
  readonly statistic: number;
  readonly pval: number;
  readonly df: number | null;
}

interface Limits {
  readonly lb: number;
  readonly ub: number;
}

interface PoolingCase {
  readonly name: string;
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly estimators: Readonly<
    Record<"HE" | "HS" | "SJ" | "ML" | "EB", { readonly tau2: number; readonly mu: number; readonly se: number }>
  >;
  /** The mean by DerSimonian-Laird, and its intervals. */
  readonly mu: number;
  readonly inference: Readonly<Record<"z" | "t" | "knha" | "adhoc" | "wider", ReferenceInference>>;
  readonly profiles: readonly {
    readonly level: number;
    readonly tau2: Limits;
    readonly tau: Limits;
    readonly I2: Limits;
    readonly H2: Limits;
  }[];
}

export interface ReferencePooled extends Omit<ReferenceInference, "df"> {
  readonly mu: number;
  readonly Q: number;
  /** null for one table. */
  readonly QEp: number | null;
}

interface ReferenceMH extends ReferencePooled {
  /** The effects that Q is about. */
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly weights: readonly number[];
  /** By moments from that Q. */
  readonly tau2: number;
}

interface TablesCase {
  readonly name: string;
  readonly data: readonly Omit<CountsData, "kind">[];
  /** null where metafor gives no estimate, or a standard error of 0. */
  readonly mh: Readonly<Record<"OR" | "RR" | "RD", ReferenceMH | null>>;
  /** The standard error of the risk difference after Greenland and Robins. */
  readonly greenlandRobins: number;
  readonly peto: ReferencePooled | null;
}

interface GroupsCase {
  readonly name: string;
  readonly groups: readonly (readonly { readonly yi: number; readonly vi: number }[])[];
  readonly fits: readonly {
    readonly method: Method;
    readonly test: "z" | "knha";
    readonly tau2: number;
    readonly mu: readonly number[];
    readonly se: readonly number[];
    readonly ciLb: readonly number[];
    readonly ciUb: readonly number[];
    readonly pval: readonly number[];
    readonly QM: number;
    readonly QMp: number;
    readonly QE: number;
    readonly QEp: number;
  }[];
}

interface Reference {
  readonly pooling: readonly PoolingCase[];
  readonly tables: readonly TablesCase[];
  readonly groups: readonly GroupsCase[];
}

/** Reference values from metafor, made by `estimators.R`. */
export const { pooling: POOLING, tables: TABLES, groups: GROUPS }: Reference = JSON.parse(estimatorsJson);

/** The fit, in a test that expects one. */
export function estimable<Fit extends object>(fit: Fit): Exclude<Fit, { readonly reason: string }> {
  if ("reason" in fit) throw new Error(`no fit: ${fit.reason}`);
  return fit as Exclude<Fit, { readonly reason: string }>;
}
