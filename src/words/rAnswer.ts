import type { Analysis, Heterogeneity, Pooled } from "../model/analysis";
import { isAcrossTime } from "../model/selection";
import { groupName } from "./groupsText";
import { check, type RCheck } from "./rChecks";
import type { pooledStudies } from "./rData";

/** What `rCall` computes, against the analysis: effects, weights, overall result, groups and the test between them. */
export function answerChecks(analysis: Analysis, studies: ReturnType<typeof pooledStudies>): readonly RCheck[] {
  const { overall } = analysis;
  const results = studies.map(({ result }) => result);
  const weights = overall ? "weights(res)" : "unsplit(lapply(groups, weights), dat$group)";
  return [
    ...check("effects of the studies", "dat$yi", ...results.map(({ effect }) => effect?.yi)),
    ...check("their variances", "dat$vi", ...results.map(({ effect }) => effect?.vi)),
    ...check("their weights", weights, ...results.map(({ weight }) => weight)),
    ...(overall ? overallChecks(overall) : []),
    ...(hasCommonTau2(analysis) ? commonGroupChecks(analysis) : groupChecks(analysis)),
  ];
}

/** True where every group is one study, so that nothing tells of a tau2 that they could share. */
export function areAlone(groups: Analysis["groups"]): boolean {
  return groups.every(({ pooled }) => pooled === null || pooled.k === 1);
}

/** True where `rCall` makes `groups` a data frame with one tau2, not a list of fits. */
function hasCommonTau2({ groups, model, selection }: Analysis): boolean {
  const k = groups.filter(({ pooled }) => pooled !== null).length;
  return model.groupTau2 === "common" && k > 1 && !isAcrossTime(selection);
}

function overallChecks(overall: Pooled): readonly RCheck[] {
  const { mu, ciLb, ciUb, statistic, pval, se, tau2, heterogeneity, predint } = overall;
  return [
    ...check("pooled effect and its interval", "c(res$beta, res$ci.lb, res$ci.ub)", mu, ciLb, ciUb),
    ...check("its standard error", "res$se", se),
    ...check("its test", "c(res$zval, res$pval)", statistic, pval),
    ...check("tau2", "res$tau2", tau2),
    ...(heterogeneity ? heterogeneityChecks(heterogeneity) : []),
    ...check("prediction interval", "c(pi$pi.lb, pi$pi.ub)", predint?.piLb, predint?.piUb),
  ];
}

function heterogeneityChecks({ Q, pval, I2, H2 }: Heterogeneity): readonly RCheck[] {
  return [
    ...check("Q and its p-value", "c(res$QE, res$QEp)", Q, pval),
    ...check("I2", "res$I2", I2),
    ...check("H2", "res$H2", H2),
  ];
}

function groupChecks({ groups, difference }: Analysis): readonly RCheck[] {
  const pooled = groups.flatMap((group) => (group.pooled ? [{ name: groupName(group.key), ...group.pooled }] : []));
  const each = pooled.flatMap(({ name, mu, ciLb, ciUb, tau2, heterogeneity }, i) => {
    const of = (parts: readonly string[]) => `with(groups[[${i + 1}]], c(${parts.join(", ")}))`;
    return [
      ...check(`effect of ${name} and its interval`, of(["beta", "ci.lb", "ci.ub"]), mu, ciLb, ciUb),
      ...check(`tau2 of ${name}`, of(["tau2"]), tau2),
      ...check(`Q of ${name} and its p-value`, of(["QE", "QEp"]), heterogeneity?.Q, heterogeneity?.pval),
      ...check(`I2 of ${name}`, of(["I2"]), heterogeneity?.I2),
    ];
  });
  return [...each, ...differenceCheck("c(between$QE, between$QEp)", difference)];
}

function commonGroupChecks({ groups, difference }: Analysis): readonly RCheck[] {
  if (areAlone(groups)) return [];
  const pooled = groups.flatMap((group) => group.pooled ?? []);
  const each = (["mu", "ciLb", "ciUb", "tau2"] as const).flatMap((part) => {
    const column = { mu: "estimate", ciLb: "ci.lb", ciUb: "ci.ub", tau2: "tau2" }[part];
    return check(`${column} of the groups`, `groups$${column}`, ...pooled.map((result) => result[part]));
  });
  return [...each, ...differenceCheck("c(between$QM, between$QMp)", difference)];
}

function differenceCheck(found: string, difference: Analysis["difference"]): readonly RCheck[] {
  return check("difference between groups", found, difference?.statistic, difference?.pval);
}
