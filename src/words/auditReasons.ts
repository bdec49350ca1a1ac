import type { AuditObstacle, AuditReason } from "../model/audit";

/** What gave an exported number, as a sentence without its end. */
export const AUDIT_REASONS: Readonly<Record<AuditReason, string>> = {
  "wald-p": "the test is Wald’s, beside a Hartung-Knapp interval",
  "no-t-for-one": "with one study there is no t, which was exported as 0",
  "i2-from-q": "I² is from Q, not from τ²",
  "tau2-residue": "what the search for τ² left above ours",
  "at-their-tau2": "it follows from that τ²",
  "dersimonian-laird": "DerSimonian and Laird’s τ², not REML’s",
  reml: "REML’s τ², not DerSimonian and Laird’s",
  "prediction-z": "the prediction interval is from the normal distribution",
  "prediction-V": "the prediction interval has Wald’s SE and k − 1 degrees of freedom",
  "prediction-HTS": "the prediction interval has Wald’s SE and k − 2 degrees of freedom",
  "prediction-HK": "the prediction interval has the Hartung-Knapp SE and k − 1 degrees of freedom",
  "prediction-HK-PR": "the prediction interval has the Hartung-Knapp SE and k − 2 degrees of freedom",
  "interval-z": "the interval is Wald’s, not Hartung and Knapp’s",
  "interval-knha": "the interval is Hartung and Knapp’s, not Wald’s",
  "interval-adhoc": "the Hartung-Knapp interval is kept from being narrower than Wald’s SE allows",
  "interval-wider": "the wider of the Hartung-Knapp interval and Wald’s was taken",
  "variance-LS": "the variance of the SMD is the large-sample one, not RevMan’s",
  "variance-UB": "the variance of the SMD is the unbiased one, not RevMan’s",
  "zeros-all": "½ was added in every study, not only where a cell is zero",
  "zeros-treatment-arm": "zero cells were corrected in proportion to the arms",
  "zeros-none": "nothing was added to zero cells",
  "inverse-variance": "studies are weighted by inverse variance, not by Mantel-Haenszel",
  "uncorrected-sums": "zero cells entered the Mantel-Haenszel sums as they are",
  "greenland-robins": "the variance of the risk difference is Greenland and Robins’, as RevMan’s; here it is Sato’s",
  "wald-groups": "subgroups are compared by Wald’s standard errors",
  "partitioned-q": "Q between subgroups is Q of all studies less Q within subgroups",
  "common-tau2": "subgroups share one τ²",
};

/** Why there is nothing to set beside an exported number. */
export const AUDIT_OBSTACLES: Readonly<Record<AuditObstacle, string>> = {
  "no-rows": "The data hold no usable row of this analysis.",
  "unknown-measure": "The measure is none that is computed here.",
  "not-estimable": "These studies do not give this number here.",
};
