import type { AuditQuantity, AuditReason } from "../../model/audit";
import type { ExportedAnalysis } from "../../model/exportedAnalysis";
import type { PoolingModel } from "../../model/poolingModel";
import type { Row } from "../../model/study";
import { pchisq, subgroupDifference, subgroupsWithCommonTau2 } from "../../stats/index";
import { type Judged, judged, type Pair } from "./auditEstimate";
import type { IsEqual } from "./equality";
import { type Explanation, explain } from "./explain";
import { poolableUnder, resultUnder, type Under } from "./resultUnder";

/** A test between subgroups in the quantities of an audit. */
type Difference = Readonly<Record<"Q" | "df" | "pval" | "I2", number>>;

const QUANTITIES = ["Q", "df", "pval", "I2"] as const satisfies readonly AuditQuantity[];

/** The exported test between subgroups beside ours from the rows of each. */
export function auditDifference(
  groups: readonly (readonly Row[])[],
  under: Under,
  exported: NonNullable<ExportedAnalysis["difference"]>,
  isEqual: IsEqual,
): readonly Judged[] {
  const ours = between(groups, under);
  const pairs = QUANTITIES.flatMap((quantity): Pair[] => {
    const value = exported[quantity];
    return value === null ? [] : [{ quantity, exported: value, ours: ours?.[quantity] ?? null }];
  });
  return judged(pairs, isEqual, (differing) => {
    const found = new Map(ALTERNATIVES.map(([reason, compute]) => [reason, compute(groups, under)]));
    const gives = ([reason]: Explanation, quantity: AuditQuantity) => {
      const number = reason && found.get(reason)?.[quantity as keyof Difference];
      const pair = differing.find((one) => one.quantity === quantity);
      return typeof number === "number" && pair !== undefined && isEqual(quantity, pair.exported, number);
    };
    const candidates = ALTERNATIVES.map(([reason]) => [reason]);
    const quantities = differing.map(({ quantity }) => quantity);
    return quantities.length === 0 ? new Map() : explain(quantities, candidates, gives);
  });
}

type Compute = (groups: readonly (readonly Row[])[], under: Under) => Difference | null;
type Alternative = readonly [reason: AuditReason, compute: Compute];

/** Each group with its own tau2 and the standard error of its own interval, as in RevMan. */
const between: Compute = (groups, under) => {
  const pooled = groups.flatMap((rows) => resultUnder(rows, under) ?? []);
  if (pooled.length < 2) return null;
  const { statistic, df1 } = subgroupDifference(pooled);
  return differenceOf(statistic, df1);
};

const ALTERNATIVES: readonly Alternative[] = [
  ["wald-groups", changing({ test: "z" })],
  ["dersimonian-laird", changing({ method: "DL" })],
  ["reml", changing({ method: "REML", weighting: "IV" })],
  ["inverse-variance", changing({ weighting: "IV" })],
  ["partitioned-q", partitioned],
  ["common-tau2", withCommonTau2],
  ...(["LS", "UB"] as const).map((smdVariance): Alternative => [`variance-${smdVariance}`, changing({ smdVariance })]),
  ...(["none", "all", "treatment-arm"] as const).map(
    (rule): Alternative => [`zeros-${rule}`, changing({ zeroCells: rule })],
  ),
  ["uncorrected-sums", (groups, under) => between(groups, { ...under, sums: { exactSums: true } })],
  ["greenland-robins", (groups, under) => between(groups, { ...under, sums: { rdVariance: "GreenlandRobins" } })],
];

/** The test under another model; null where that is the common effect's and the change is of tau2. */
function changing(change: Partial<PoolingModel>): Compute {
  return (groups, under) => {
    if (change.method && under.model.method === "EE") return null;
    return between(groups, { ...under, model: { ...under.model, ...change } });
  };
}

/** Q of all studies less Q within the groups, as the common effect lets it be parted. */
function partitioned(groups: readonly (readonly Row[])[], under: Under): Difference | null {
  const parts = groups.flatMap((rows) => resultUnder(rows, under) ?? []);
  const all = resultUnder(groups.flat(), under);
  if (parts.length < 2 || all?.Q == null) return null;
  const within = parts.reduce((sum, { Q }) => sum + (Q ?? 0), 0);
  return differenceOf(Math.max(0, all.Q - within), parts.length - 1);
}

function withCommonTau2(groups: readonly (readonly Row[])[], under: Under): Difference | null {
  const parts = groups.map((rows) => poolableUnder(rows, under)).filter(({ members }) => members.length > 0);
  if (parts.length < 2) return null;
  const { difference } = subgroupsWithCommonTau2(parts, { ...under.model, test: "z" });
  return difference && differenceOf(difference.statistic, difference.df1);
}

function differenceOf(Q: number, df: number): Difference {
  return { Q, df, pval: pchisq(Q, df).upper, I2: Q > df ? (100 * (Q - df)) / Q : 0 };
}
