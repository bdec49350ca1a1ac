import type { Analysis } from "../model/analysis";
import type { AdjustedEffect, AsymmetryTest, Filled, OrReason, SmallStudyEffects } from "../model/smallStudy";
import { check, type RPart } from "./rChecks";
import { regressionCall } from "./rFit";
import { inverseVariance, type RInverse } from "./rInverse";

const RANKS_COUNTED = 170; // studies: beyond, metafor's count of permutations overflows

/** Lines of R for the tests of small-study effects, the adjusted effects, and trim and fill, of the data frame `dat`. */
export function rSmallStudy({ tests, adjusted, trimFill }: SmallStudyEffects, { model, overall }: Analysis): RPart {
  const inverse = inverseVariance(model);
  const isEnough = (overall?.k ?? 0) > 2; // metafor may trim both of two studies, and stop
  const parts: readonly RPart[] = [
    line("egger", "Egger’s test", "dat$yi, dat$vi, sqrt(dat$vi)", tests.egger, ' # regtest(yi, vi, model = "lm")'),
    mixed(tests.eggerMixed, regressionCall(model, "sqrt(vi)", "dat")),
    ranks(tests.begg),
    line("harbord", "Harbord’s test", "Z / V, 1 / V, sqrt(1 / V)", tests.harbord, "", SCORES),
    line("peters", "Peters’ test", "yi, 1 / m + 1 / (N - m), 1 / N", tests.peters, "", TABLES),
    line("rodgers", "Pustejovsky and Rodgers’ test", SIZES, tests.pustejovskyRodgers),
    petPeese(adjusted.petPeese),
    inverse ? limit(adjusted.limitMeta, inverse) : NONE,
    inverse && isEnough && !("reason" in trimFill) ? filled(trimFill, inverse) : NONE,
  ];
  const lines = parts.flatMap((part) => part.lines);
  return {
    lines:
      lines.length > 0 ? ["# Small-study effects", ...(inverse?.lines ?? []), ...lineLines(model.level), ...lines] : [],
    checks: parts.flatMap((part) => part.checks),
  };
}

const NONE: RPart = { lines: [], checks: [] };
const SIZES = "dat$yi, dat$vi, sqrt(1 / dat$n1i + 1 / dat$n2i)";
const BOTH = "dat[dat$ai + dat$ci > 0 & dat$ai + dat$ci < dat$n1i + dat$n2i, ]";
const TABLES = ["N <- n1i + n2i", "m <- ai + ci"];
const SCORES = [...TABLES, "Z <- (ai * n2i - ci * n1i) / N", "V <- n1i / N * n2i / N * m * (N - m) / (N - 1)"];

function lineLines(level: number): readonly string[] {
  return [
    "line <- function(y, v, x) { # y on x, weighted by 1 / v; multiplicative errors, t(k - 2)",
    "  m <- summary(lm(y ~ x, weights = 1 / v))$coefficients",
    `  half <- qt(1 - (1 - ${level}) / 2, length(y) - 2) * m[1, 2]`,
    "  list(slope = m[2, 1], test = m[2, 3:4], limit = m[1, 1] + c(0, -half, half), p = m[1, 4])",
    "}",
  ];
}

/** A regression of effects on their imprecision; with `tables` on those of the studies that have both outcomes. */
function line(
  name: string,
  what: string,
  args: string,
  found: OrReason<AsymmetryTest>,
  comment = "",
  tables: readonly string[] = [],
): RPart {
  if ("reason" in found) return NONE;
  const call = `line(${args})`;
  const within = [`${name} <- with(${BOTH}, {`, ...[...tables, call].map((text) => `  ${text}`), "})"];
  return {
    lines: tables.length > 0 ? within : [`${name} <- ${call}${comment}`],
    checks: [
      ...check(`${what}: slope`, `${name}$slope`, found.slope),
      ...check(`${what}: statistic and p-value`, `${name}$test`, found.statistic, found.pval),
      ...(name === "egger"
        ? check(
            "Egger’s test by metafor",
            'unlist(regtest(dat$yi, dat$vi, model = "lm")[c("zval", "pval")])',
            found.statistic,
            found.pval,
          )
        : []),
    ],
  };
}

function mixed(found: OrReason<AsymmetryTest>, call: string): RPart {
  if ("reason" in found) return NONE;
  return {
    lines: [`mixed <- ${call} # regtest(res)`],
    checks: [
      ...check("Egger’s mixed-effects test: slope", "mixed$beta[2]", found.slope),
      ...check("its statistic and p-value", "c(mixed$zval[2], mixed$pval[2])", found.statistic, found.pval),
    ],
  };
}

function ranks(found: OrReason<AsymmetryTest>): RPart {
  if ("reason" in found || found.k > RANKS_COUNTED) return NONE;
  return {
    lines: ["begg <- suppressWarnings(ranktest(dat$yi, dat$vi)) # ties have no exact p-value"],
    checks: check("Begg’s test", "c(begg$tau, begg$pval)", found.slope, found.pval),
  };
}

function petPeese(found: OrReason<AdjustedEffect>): RPart {
  if ("reason" in found) return NONE;
  const { by, mu, ciLb, ciUb, pval } = found;
  const x = by === "peese" ? "dat$vi" : "sqrt(dat$vi)";
  return {
    lines: [`adjusted <- line(dat$yi, dat$vi, ${x}) # PET-PEESE: its rule takes ${by.toUpperCase()}`],
    checks: [
      ...check("PET-PEESE", "adjusted$limit", mu, ciLb, ciUb),
      ...check("PET-PEESE: p-value", "adjusted$p", pval),
    ],
  };
}

function limit(found: OrReason<AdjustedEffect>, { call }: RInverse): RPart {
  if ("reason" in found) return NONE;
  return {
    lines: [
      "limit <- with(dat, { # Rücker's limit meta-analysis",
      `  tau2 <- ${call("dat")}$tau2`,
      "  if (tau2 < 1e-10 * median(vi)) tau2 <- 0 # where an iteration to 0 ends: its root is no longer small",
      "  radial <- lm(I(yi / sqrt(vi + tau2)) ~ I(1 / sqrt(vi + tau2)))",
      "  at <- c(sqrt(tau2), 1)",
      "  c(sum(at * coef(radial)), sqrt(sum(at * summary(radial)$cov.unscaled %*% at))) # effect, standard error",
      "})",
    ],
    checks: check("limit meta-analysis", "limit", found.mu, found.se),
  };
}

function filled({ by, side, studies, mu, ciLb, ciUb }: Filled, { call }: RInverse): RPart {
  return {
    lines: [
      `# Trim and fill: ${by.estimator}, trimmed by the common effect; of equal effects the less precise is the outer`,
      'trimmed <- rma(yi, vi, data = dat[order(dat$vi), ], method = "EE")',
      `trimmed <- suppressWarnings(trimfill(trimmed, side = "${side}", estimator = "${by.estimator}"))`,
      "filled <- data.frame(yi = c(trimmed$yi), vi = c(trimmed$vi))",
      `with_filled <- ${call("filled")}`,
    ],
    checks: [
      ...check("trim and fill: studies added", "trimmed$k0", studies.length),
      ...check("trim and fill", "with(with_filled, c(beta, ci.lb, ci.ub))", mu, ciLb, ciUb),
    ],
  };
}
