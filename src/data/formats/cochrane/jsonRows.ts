import { yearFrom } from "./dataRows";
import type { JsonNode } from "./json";
import { judgement } from "./judgements";
import { plainText } from "./plainText";
import type { ReviewRow } from "./review";

/** A row's numbers; the JSON has no line numbers, and keeps judgements in a list of their own. */
export function readRow(node: JsonNode, subgroups: ReadonlyMap<string, string>): Omit<ReviewRow, "row" | "further"> {
  const number = (...keys: string[]) => node.at(...keys).number();
  const subgroup = subgroups.get(node.at("applicability", "subgroup-number").text()) ?? "";
  const overall = node.at("applicability", "overall").text() !== "false";
  return {
    study: plainText(node.at("study-name").text()),
    year: yearFrom(node.at("year").text()),
    subgroup,
    partOf: !overall ? "subgroup" : subgroup === "" ? "overall" : "both",
    numbers: {
      m1i: number("experimental-group", "mean"),
      sd1i: number("experimental-group", "sd"),
      ai: number("experimental-group", "cases"),
      n1i: number("experimental-group", "sample-size"),
      m2i: number("control-group", "mean"),
      sd2i: number("control-group", "sd"),
      ci: number("control-group", "cases"),
      n2i: number("control-group", "sample-size"),
      yi: number("contrast", "mean"),
      sei: number("contrast", "se"),
      oe: number("o-e") ?? number("contrast", "o-e"),
      variance: number("variance") ?? number("contrast", "variance"),
    },
    shown: number("estimate", "exp-mean") ?? number("estimate", "mean"),
  };
}

/** RoB 2 has no "unclear": there the JSON's `UNCLEAR_RISK` is what the forms call "Some concerns". */
export function judgementsOf(node: JsonNode, isRoB2: boolean, domains: Set<string>): Map<string, string> {
  const judged = new Map<string, string>();
  for (const entry of node.at("risk-of-bias").list()) {
    const domain = plainText(entry.at("domain").text());
    const word = judgement(entry.at("judgement").text());
    if (domain === "" || word === "") continue;
    domains.add(domain);
    judged.set(domain, isRoB2 && word === "Unclear risk" ? "Some concerns" : word);
  }
  return judged;
}
