import type { OpenedFile } from "../format";
import { dataOf } from "./dataKind";
import { betterOf } from "./direction";
import { differenceOf, measureUnder, settingsOf } from "./exportedText";
import { type JsonNode, jsonNode } from "./json";
import { percent, readEstimate } from "./jsonResults";
import { judgementsOf, readRow } from "./jsonRows";
import { namedMeasure } from "./measureNames";
import { plainText } from "./plainText";
import type { ReviewAnalysis, ReviewColumn, ReviewRow } from "./review";
import { domainColumns } from "./studyData";

/** The `analysis-data.json` among opened files, or null. */
export function analysisJson(files: readonly OpenedFile[]): JsonNode | null {
  for (const file of files) {
    if (file.kind !== "json") continue;
    const node = jsonNode(file.value);
    if (node.at("analysis-groups").list().length > 0) return node;
  }
  return null;
}

/** The analyses of a package's JSON with the columns of their judgements; rows are counted over all analyses. */
export function jsonAnalyses(root: JsonNode): { analyses: ReviewAnalysis[]; columns: ReviewColumn[] } {
  const isRoB2 = root.at("risk-of-bias-method").text() === "RISK_OF_BIAS_2";
  const domains = new Set<string>();
  let row = 1;
  const rowOf = (node: JsonNode, subgroups: ReadonlyMap<string, string>): ReviewRow => {
    row += 1;
    return { ...readRow(node, subgroups), row, further: judgementsOf(node, isRoB2, domains) };
  };
  const analyses = root
    .at("analysis-groups")
    .list()
    .flatMap((group) =>
      group
        .at("analyses")
        .list()
        .map((analysis) => readAnalysis(group, analysis, rowOf)),
    );
  return { analyses, columns: domainColumns([...domains]) };
}

type RowReader = (node: JsonNode, subgroups: ReadonlyMap<string, string>) => ReviewRow;

function readAnalysis(group: JsonNode, analysis: JsonNode, rowOf: RowReader): ReviewAnalysis {
  const word = (...keys: string[]) => plainText(analysis.at(...keys).text());
  const data = dataOf(word("data-type"));
  const method = word("method");
  const named = measureUnder(namedMeasure(word("effect-measure")), method);
  const isLog = (data === "effect" || data === "observed-expected") && word("log-scale") === "true";
  const measure = isLog ? { ...named, scale: "log" as const } : named;
  const arms = { intervention: word("experimental-group", "label"), control: word("control-group", "label") };
  const worded = {
    measureName: measure.name,
    method,
    model: word("model"),
    estimator: word("heterogeneity-estimator"),
    ciMethod: word("ci-method"),
    level: word("ci-level"),
    swapEvents: word("swap-event-and-non-event"),
    hasOverall: word("overall-estimate-enabled"),
    hasSubgroups: word("subgroup-estimates-enabled"),
  };
  const settings = settingsOf(worded, data, measure);
  const labels = {
    left: word("display-settings", "graph-label-left"),
    right: word("display-settings", "graph-label-right"),
  };
  const subgroups = analysis.at("subgroups").list();
  const names = new Map(subgroups.map((node) => [node.at("number").text(), plainText(node.at("name").text())]));
  const difference = analysis.at("subgroup-differences");
  return {
    id: `${group.at("number").text()}.${analysis.at("number").text()}`,
    name: word("name"),
    group: plainText(group.at("name").text()),
    data,
    measure,
    arms,
    comparator: word("control-intervention"),
    better: betterOf(labels, arms, settings.swapEvents),
    rows: analysis
      .at("data-rows")
      .list()
      .map((node) => rowOf(node, names)),
    exported: {
      settings,
      overall: settings.hasOverall ? readEstimate(analysis) : null,
      subgroups: subgroups.flatMap((node) => {
        const result = readEstimate(node);
        return result ? [{ name: plainText(node.at("name").text()), result }] : [];
      }),
      difference: differenceOf({
        Q: difference.at("chi-squared").number(),
        df: difference.at("df").number(),
        pval: difference.at("p-value").number(),
        I2: percent(difference.at("i-squared").number()),
      }),
    },
  };
}
