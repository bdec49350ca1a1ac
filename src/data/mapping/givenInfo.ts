import type { OutcomeInfo } from "../../model/descriptor";
import { headerTokens } from "./headerTokens";

export type GivenInfo = NonNullable<OutcomeInfo["given"]>;

type Names = readonly [short: string, name: string];

const RATIOS: ReadonlyMap<string, Names> = new Map([
  ["or", ["OR", "odds ratio"]],
  ["aor", ["OR", "odds ratio"]],
  ["rr", ["RR", "risk ratio"]],
  ["hr", ["HR", "hazard ratio"]],
  ["ahr", ["HR", "hazard ratio"]],
  ["irr", ["IRR", "incidence rate ratio"]],
]);
/** Words that say which ratio where "ratio" stands beside them. */
const RATIO_WORDS: ReadonlyMap<string, Names> = new Map([
  ["odds", ["OR", "odds ratio"]],
  ["risk", ["RR", "risk ratio"]],
  ["hazard", ["HR", "hazard ratio"]],
  ["rate", ["IRR", "incidence rate ratio"]],
]);
const DIFFERENCES: ReadonlyMap<string, Names> = new Map([
  ["smd", ["SMD", "standardised mean difference"]],
  ["g", ["g", "standardised mean difference"]],
  ["hedges", ["g", "standardised mean difference"]],
  ["d", ["d", "standardised mean difference"]],
  ["cohen", ["d", "standardised mean difference"]],
  ["cohens", ["d", "standardised mean difference"]],
  ["md", ["MD", "mean difference"]],
  ["wmd", ["MD", "mean difference"]],
  ["rd", ["RD", "risk difference"]],
]);
/** The same where "difference" stands beside them, the more telling first. */
const DIFFERENCE_WORDS: ReadonlyMap<string, Names> = new Map([
  ["standardised", ["SMD", "standardised mean difference"]],
  ["standardized", ["SMD", "standardised mean difference"]],
  ["mean", ["MD", "mean difference"]],
  ["risk", ["RD", "risk difference"]],
]);
const LOG = /^(?:log|ln)/;

interface NamedEffect {
  readonly names: Names | null;
  readonly ratio: boolean;
  /** True where the header says that logarithms are given. */
  readonly log: boolean;
}

/** What a column's header says of the effect in it; null where it says nothing of its kind. */
export function namedEffect(header: string): NamedEffect | null {
  const words = headerTokens(header).map(({ word }) => word);
  const log = words.some((word) => LOG.test(word));
  const bare = words.map((word) => word.replace(LOG, ""));
  const find = (names: ReadonlyMap<string, Names>) =>
    bare.map((word) => names.get(word)).find((known) => known !== undefined);
  const difference = find(DIFFERENCES) ?? (bare.includes("difference") ? find(DIFFERENCE_WORDS) : undefined);
  if (difference) return { names: difference, ratio: false, log };
  const isRatio = bare.includes("ratio") || bare.includes("relative");
  const ratio = find(RATIOS) ?? (isRatio ? find(RATIO_WORDS) : undefined);
  return ratio || isRatio ? { names: ratio ?? null, ratio: true, log } : null;
}

/** What an effect is called on the page, by its column's header and whether its values are ratios. */
export function givenInfo(header: string, givenAre: "ratios" | "analysis-scale"): GivenInfo {
  const named = namedEffect(header);
  const ratio = givenAre === "ratios" || named?.ratio === true;
  if (ratio) {
    const [short, name] = (named?.ratio && named.names) || (["Ratio", "ratio"] as const);
    return { name, short, scale: "log" };
  }
  const [short, name] = named?.names ?? (["Effect", "given effect"] as const);
  return { name, short, scale: "identity" };
}
