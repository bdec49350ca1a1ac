import type { Analysis } from "../model/analysis";
import type { Multiverse } from "../model/sensitivity";
import { type EffectChoice, everySpecification, type Specification } from "../model/specifications";
import { anyFitLines } from "./rAnyFit";
import type { RCell } from "./rCell";
import { check, type RPart } from "./rChecks";
import { commented, type PooledStudy, quoted } from "./rData";
import { effectLines } from "./rEffects";
import { predictionChecks, predictionLines } from "./rPredictions";

const MOST = 10_000; // analyses: R takes about a minute for these

/** The analyses of one choice of effects, whose studies have these places in the cell. */
interface Tried {
  readonly choice: EffectChoice;
  readonly places: readonly number[];
  readonly specifications: readonly Specification[];
}

/**
 * Lines of R that fit every analysis that the page tried, in a data frame `tried` of choices, with the results in
 * `found`. Beyond some thousands only those of all studies.
 */
export function rMultiverse(multiverse: Multiverse, analysis: Analysis, cell: RCell): RPart {
  const sets = triedSets(multiverse, cell);
  const others = multiverse.effects.filter((choice) => sets.every((set) => set.choice !== choice));
  const all = sets.flatMap(({ specifications }) => specifications);
  if (all.length === 0) return { lines: [], checks: [] };
  const isWhole = all.length <= MOST;
  const kept = isWhole ? all : all.filter(({ leftOut }) => leftOut === null);
  const by = valuesOf(kept);
  const number = kept.length.toLocaleString("en");
  return {
    lines: [
      `# Every analysis: ${number} of them, by effects, method, interval and the study left out (0: none)`,
      ...(isWhole ? [] : [`# All ${all.length.toLocaleString("en")}, with each study left out, would take R minutes`]),
      ...others.map(({ key }) =>
        commented(`Not here: ${key}, which has an effect in other studies than the page’s own`),
      ),
      ...sets.flatMap((set, i) => effectsLines(set, analysis, cell, i)),
      ...anyFitLines(analysis.model),
      "tried <- do.call(rbind, lapply(names(effects), function(e) expand.grid(",
      `  test = c(${by.test.map(quoted).join(", ")}),`,
      `  method = c(${by.method.map(quoted).join(", ")}),`,
      `  left = ${isWhole ? "if (nrow(effects[[e]]) > 1) seq(0, nrow(effects[[e]])) else 0" : "0"},`,
      "  effects = e, stringsAsFactors = FALSE",
      ")))",
      "one <- function(e, left, method, test) {",
      "  d <- effects[[e]]",
      "  f <- any_fit(if (left > 0) d[-left, ] else d, method, test)",
      "  predicted <- function(...) {",
      '    if (f$method == "EE") c(NA, NA) else with(predict(f, ...), c(pi.lb, pi.ub))',
      "  }",
      "  c(",
      "    k = f$k, mu = f$beta[1], lb = f$ci.lb, ub = f$ci.ub, I2 = f$I2,",
      '    pi = predicted(), riley = predicted(pi.type = "riley")',
      "  )",
      "}",
      "found <- as.data.frame(t(mapply(one, tried$effects, tried$left, tried$method, tried$test)))",
      "summary(found)",
      ...predictionLines(multiverse),
    ],
    checks: [...resultChecks(kept), ...predictionChecks(multiverse, kept, isWhole && others.length === 0)],
  };
}

/** The analyses by their effects, where these are effects of studies of the cell, known by being left out in turn. */
function triedSets(multiverse: Multiverse, { studies }: RCell): readonly Tried[] {
  const specifications = everySpecification(multiverse);
  const placeOf = new Map(studies.map(({ row }, i) => [row.id, i + 1]));
  return multiverse.effects.flatMap((choice): Tried[] => {
    const own = specifications.filter(({ effects: key }) => key === choice.key);
    const left = new Set(own.flatMap(({ leftOut }) => leftOut ?? []));
    const places = left.size > 0 ? [...left].map((id) => placeOf.get(id)) : studies.length === 1 ? [1] : [];
    const known = places.filter((place) => place !== undefined);
    return known.length === places.length && known.length > 0 ? [{ choice, places: known, specifications: own }] : [];
  });
}

/** A choice of effects for the studies that have them, as an element of the list `effects`. */
function effectsLines({ choice, places }: Tried, { model }: Analysis, { data, studies }: RCell, i: number) {
  const { measure, smdVariance, zeroCells } = choice;
  const own = {
    ...{ ...model, weighting: "IV" as const },
    ...(smdVariance ? { smdVariance } : {}),
    ...(zeroCells ? { zeroCells } : {}),
  };
  const lines = effectLines(measure.measure, own);
  // Effects that the data bring are there already, on scales that run one way.
  const turn = lines.length > 0 && isTurned(studies) ? ["dat$yi <- dat$turn * dat$yi"] : [];
  const rows = places.length === studies.length ? "dat" : `dat[c(${places.join(", ")}), ]`;
  return [
    ...(i === 0 ? ["effects <- list()"] : []),
    `effects[[${quoted(choice.key)}]] <- local({`,
    ...[...(data === "dat" ? [] : [`dat <- ${data}`]), ...lines, ...turn, rows].map((line) => `  ${line}`),
    "})",
  ];
}

function isTurned(studies: readonly PooledStudy[]): boolean {
  return studies.some(({ result }) => result.flipped);
}

/** The values of the choices, in the order in which the analyses run through them. */
function valuesOf(kept: readonly Specification[]) {
  return { test: [...new Set(kept.map(({ test }) => test))], method: [...new Set(kept.map(({ method }) => method))] };
}

function resultChecks(kept: readonly Specification[]): RPart["checks"] {
  const digits = (x: number) => Number(x.toPrecision(12)); // a tenth of what is compared: the table stays readable
  const fits = kept.filter(({ test }) => test === kept[0]?.test);
  const first = `tried$test == "${kept[0]?.test}"`;
  return [
    ...check("every analysis: number", "nrow(found)", kept.length),
    ...check("every analysis: studies", `found$k[${first}]`, ...fits.map(({ k }) => k)),
    ...check("every analysis: effects, by fit", `found$mu[${first}]`, ...fits.map(({ mu }) => digits(mu))),
    ...check("every analysis: I2, by fit", `found$I2[${first}]`, ...fits.map(({ I2 }) => digits(I2 ?? 0))),
    ...check("every analysis: lower limits", "found$lb", ...kept.map(({ ciLb }) => digits(ciLb))),
    ...check("every analysis: upper limits", "found$ub", ...kept.map(({ ciUb }) => digits(ciUb))),
  ];
}
