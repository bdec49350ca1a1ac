/** What is compared of an exported estimate, in the order of a report. */
export const AUDIT_QUANTITIES = [
  "estimate",
  "ciLb",
  "ciUb",
  "piLb",
  "piUb",
  "tau2",
  "I2",
  "Q",
  "df",
  "QPval",
  "statistic",
  "pval",
] as const;
export type AuditQuantity = (typeof AUDIT_QUANTITIES)[number];

/** The computation, other than by the settings, that gives the exported number. */
export type AuditReason =
  | "wald-p" // the test is Wald's, beside a Hartung-Knapp interval
  | "no-t-for-one" // a single study under Hartung-Knapp is exported with a statistic of 0
  | "i2-from-q"
  | "tau2-residue" // their iteration stopped a little above 0
  | "at-their-tau2" // the number follows from such a tau2
  | "dersimonian-laird"
  | "reml"
  | "prediction-z"
  | "prediction-V"
  | "prediction-HTS"
  | "prediction-HK"
  | "prediction-HK-PR"
  | "interval-z"
  | "interval-knha"
  | "interval-adhoc"
  | "interval-wider"
  | "variance-LS"
  | "variance-UB"
  | "zeros-all"
  | "zeros-treatment-arm"
  | "zeros-none"
  | "inverse-variance"
  | "uncorrected-sums"
  | "greenland-robins" // RevMan's variance of the Mantel-Haenszel risk difference
  | "wald-groups" // groups are compared by Wald's standard errors
  | "partitioned-q" // Q between groups is Q of all less Q within
  | "common-tau2";

/** Why there is nothing to compare with. */
export type AuditObstacle = "no-rows" | "unknown-measure" | "not-estimable";

/** What of an analysis a number belongs to: all its studies, a subgroup by its name, or the test between subgroups. */
export type AuditPart =
  | { readonly kind: "overall" }
  | { readonly kind: "subgroup"; readonly name: string }
  | { readonly kind: "difference" };

export type AuditVerdict = "equal" | "explained" | "unexplained";

/** One exported number beside ours, both as the reader sees them: ratios as ratios, I² in percent. */
export interface AuditRow {
  /** The analysis's id: "1.2". */
  readonly analysis: string;
  readonly part: AuditPart;
  readonly quantity: AuditQuantity;
  readonly exported: number;
  readonly ours: number | null;
  readonly verdict: AuditVerdict;
  /** The computations that together give the exported number; empty unless `explained`. */
  readonly reasons: readonly AuditReason[];
  readonly obstacle: AuditObstacle | null;
}
