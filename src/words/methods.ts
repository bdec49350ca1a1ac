import type { Analysis } from "../model/analysis";
import { isTableMeasure, type TableMeasure } from "../model/appliedModel";
import type { Descriptor } from "../model/descriptor";
import { isOfCounts } from "../model/measure";
import type { GroupTau2, Method, Test, ZeroCellRule } from "../model/poolingModel";
import { isAcrossTime } from "../model/selection";
import { asymmetryTestFor } from "../model/smallStudy";
import { citedAs } from "./cite";
import { columnTitles } from "./groupsText";
import { dataText } from "./methodsData";
import { measurePhrase } from "./modelText";
import { levelPercent } from "./phrase";
import type { SourceKey } from "./sources";
import {
  MEASURE_TERMS,
  METHOD_TERMS,
  PREDINT_TERMS,
  SMD_VARIANCE_TERMS,
  STATISTIC_TERMS,
  TEST_TERMS,
  ZERO_CELL_TERMS,
} from "./terms";

/** One step of the computation, in the reader's terms. */
export interface MethodSection {
  readonly heading: string;
  readonly text: string;
  readonly sources: readonly SourceKey[];
}

/** What was computed for this analysis and how, step by step, each with its sources. */
export function methodsText(analysis: Analysis, descriptor: Descriptor): readonly MethodSection[] {
  return [
    { heading: "Data", text: dataText(analysis, descriptor), sources: [] },
    measure(analysis),
    ...zeroCells(analysis),
    pooling(analysis),
    confidence(analysis),
    heterogeneity(analysis),
    ...prediction(analysis),
    ...groups(analysis, descriptor),
    funnel(analysis),
  ];
}

/** The same in one paragraph for the methods section of a paper, with citations by author and year. */
export function methodsParagraph(analysis: Analysis, descriptor: Descriptor, version: string): string {
  const sentences = methodsText(analysis, descriptor).map(({ text, sources }) => {
    const cited = sources.length > 0 ? ` (${sources.map(citedAs).join("; ")})` : "";
    return text.replace(/\.$/, `${cited}.`);
  });
  return `${sentences.join(" ")} Analyses were made with Understory ${version}.`;
}

function measure({ measure: info, model }: Analysis): MethodSection {
  const { measure: code, scale } = info;
  if (code === "GEN") {
    const on = scale === "log" ? " on the log scale" : "";
    return {
      heading: "Effect",
      text: `Effects (${info.name}) were taken as given${on}, with their variances.`,
      sources: [],
    };
  }
  const of = `The effect was the ${measurePhrase(info, model)}`;
  if (code === "SMD") {
    const { explanation, sources } = SMD_VARIANCE_TERMS[model.smdVariance];
    const correction = model.smdVariance === "RevMan" ? "approximate" : "exact";
    const variance =
      model.smdVariance === "UB"
        ? "an unbiased estimate of its sampling variance."
        : `the sampling variance ${explanation.replace(/, as .*$/, ".")}`;
    return {
      heading: "Effect",
      text: `${of}, with the ${correction} small-sample correction and ${variance}`,
      sources: [...MEASURE_TERMS.SMD.sources, ...sources],
    };
  }
  const pooledAs = scale === "log" ? ", pooled on the log scale" : "";
  return { heading: "Effect", text: `${of}${pooledAs}.`, sources: MEASURE_TERMS[code].sources };
}

const ZERO_CELLS: Readonly<Record<ZeroCellRule, string>> = {
  only0: "Where a cell of a 2×2 table was zero, one half was added to all four cells of that table.",
  all: "One half was added to all four cells of every 2×2 table.",
  "treatment-arm":
    "Where a cell of a 2×2 table was zero, each arm’s cells were given that arm’s share of the participants.",
  none: "Nothing was added to zero cells of 2×2 tables; tables whose effect or variance is then undefined entered no pooled result.",
};

function zeroCells({ measure: { measure: code }, model }: Analysis): readonly MethodSection[] {
  if (!isOfCounts(code) || code === "PETO" || code === "AS") return [];
  const none = "Tables with no event, or with nothing but events, in both arms entered no pooled result.";
  const rule = ZERO_CELLS[model.zeroCells];
  const text = code === "RD" || model.zeroCells === "none" ? rule : `${rule} ${none}`;
  return [{ heading: "Zero cells", text, sources: ZERO_CELL_TERMS[model.zeroCells].sources }];
}

const ESTIMATED_BY: Readonly<Record<Exclude<Method, "EE">, string>> = {
  DL: "the DerSimonian-Laird method",
  PM: "the Paule-Mandel method",
  REML: "restricted maximum likelihood",
  ML: "maximum likelihood",
  EB: "the empirical Bayes method",
  HE: "the Hedges-Olkin method",
  HS: "the Hunter-Schmidt method",
  SJ: "the Sidik-Jonkman method",
};

/** Whose variance a Mantel-Haenszel estimate has. */
const TABLE_VARIANCES: Readonly<Record<TableMeasure, readonly [whose: string, source: SourceKey]>> = {
  OR: ["Robins, Breslow and Greenland’s", "robins1986"],
  RR: ["Greenland and Robins’", "greenlandRobins1985"],
  RD: ["Sato’s", "sato1989"],
};

function pooling({ model: { method, weighting }, measure: { measure: code } }: Analysis): MethodSection {
  if (weighting === "MH" && isTableMeasure(code)) return poolingOfTables(method, code);
  const text =
    method === "EE"
      ? "Effects were pooled by inverse variance under a common effect."
      : `Effects were pooled by inverse variance under random effects, τ² estimated by ${ESTIMATED_BY[method]}.`;
  return { heading: "Pooling", text, sources: METHOD_TERMS[method].sources };
}

function poolingOfTables(method: Method, measure: TableMeasure): MethodSection {
  const [whose, source] = TABLE_VARIANCES[measure];
  if (method === "EE") {
    return {
      heading: "Pooling",
      text: `2×2 tables were pooled by the Mantel-Haenszel method under a common effect, with ${whose} variance; zero cells were treated in its sums as said above, as RevMan does.`,
      sources: ["mantelHaenszel1959", source, "deeksHiggins2010"],
    };
  }
  return {
    heading: "Pooling",
    text: "Effects were pooled by inverse variance under random effects, τ² estimated by the DerSimonian-Laird method from Q about the Mantel-Haenszel estimate, as RevMan does.",
    sources: [...METHOD_TERMS.DL.sources, "mantelHaenszel1959", "deeksHiggins2010"],
  };
}

const HARTUNG_KNAPP = "Hartung-Knapp intervals, from the t distribution on k − 1 degrees of freedom";

const INTERVALS: Readonly<Record<Test, string>> = {
  z: "Wald intervals, from the normal distribution",
  t: "Wald intervals, from the t distribution on k − 1 degrees of freedom",
  knha: `${HARTUNG_KNAPP}, without a lower bound on the standard error`,
  adhoc: `${HARTUNG_KNAPP}, with a standard error never below Wald’s`,
  wider: `${HARTUNG_KNAPP}, or Wald intervals where these are wider`,
};

function confidence({ model }: Analysis): MethodSection {
  const level = levelPercent(model.level);
  const text = `${level} confidence intervals are ${INTERVALS[model.test]}.`;
  return { heading: "Confidence interval", text, sources: TEST_TERMS[model.test].sources };
}

function heterogeneity({ model }: Analysis): MethodSection {
  const Q = model.weighting === "MH" ? "Cochran’s Q about the Mantel-Haenszel estimate" : "Cochran’s Q";
  const text =
    model.method === "EE"
      ? `Heterogeneity is described by ${Q} and by I² = (Q − df)/Q, at least 0.`
      : `Heterogeneity is described by ${Q}, τ², and I² from τ² and the typical sampling variance.`;
  return {
    heading: "Heterogeneity",
    text,
    sources: [...STATISTIC_TERMS.Q.sources, ...STATISTIC_TERMS.I2.sources],
  };
}

function prediction({ model }: Analysis): readonly MethodSection[] {
  if (model.method === "EE") return [];
  const { explanation, sources } = PREDINT_TERMS[model.predint];
  const how = explanation.charAt(0).toLowerCase() + explanation.slice(1).replace(/;.*$/, ".");
  return [
    {
      heading: "Prediction interval",
      text: `${levelPercent(model.level)} prediction intervals use the ${how}`,
      sources,
    },
  ];
}

const TAU2_OF_GROUPS: Readonly<Record<GroupTau2, string>> = {
  separate: ", with τ² estimated within each group",
  common: ", with one τ² for all groups, estimated within them",
};

function groups(
  { selection, noOverall, model, difference }: Analysis,
  descriptor: Descriptor,
): readonly MethodSection[] {
  if (selection.compareBy === null) return [];
  const grouped = `Results are grouped by ${columnTitles(selection, descriptor)}`;
  const separate = model.method === "EE" ? "" : TAU2_OF_GROUPS[model.groupTau2];
  const text =
    isAcrossTime(selection) || noOverall === "repeated-patients"
      ? `${grouped}; groups share patients, so they are neither pooled together nor tested against each other.`
      : `${grouped}${separate}; groups are compared by ${difference?.df2 != null ? "an F test" : "Q"} between their pooled effects, a comparison between ${descriptor.studyNoun.many} and not between patients.`;
  return [{ heading: "Groups", text, sources: ["borenstein2009"] }];
}

const ASYMMETRY: Readonly<
  Record<ReturnType<typeof asymmetryTestFor>, { readonly by: string; readonly source: SourceKey }>
> = {
  egger: { by: "Egger’s regression test", source: "egger1997" },
  harbord: { by: "Harbord’s score test", source: "harbord2006" },
  pustejovskyRodgers: {
    by: "Egger’s test with a predictor that does not contain the effect, as Pustejovsky and Rodgers propose",
    source: "pustejovsky2019",
  },
};

function funnel({ measure }: Analysis): MethodSection {
  const { by, source } = ASYMMETRY[asymmetryTestFor(measure.measure)];
  return {
    heading: "Funnel plot",
    text: `The funnel plot shows effects against standard errors, with contours where a single result would have p = 0.1, 0.05 and 0.01. Its asymmetry was tested by ${by}, where there are three studies or more; below ten the test tells little.`,
    sources: ["peters2008", "sterne2011", source],
  };
}
