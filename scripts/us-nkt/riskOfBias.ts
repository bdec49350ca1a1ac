export const DOMAINS = ["randomisation", "deviations", "missing", "measurement", "selection"] as const;
export type Judgement = "Low risk" | "Some concerns" | "High risk";

const JUDGEMENTS: Readonly<Record<string, Judgement>> = { L: "Low risk", S: "Some concerns", H: "High risk" };

/** The judgements that the letters of a plan stand for, one for each domain of RoB 2. */
export function judgements(letters: string): readonly Judgement[] {
  return DOMAINS.map((domain, i) => {
    const judgement = JUDGEMENTS[letters[i] ?? ""];
    if (!judgement) throw new RangeError(`no judgement of ${domain} in "${letters}"`);
    return judgement;
  });
}

/**
 * The overall judgement: the worst of the domains. Sterne et al. (2019), BMJ 366:l4898, doi:10.1136/bmj.l4898; their
 * option to call several "some concerns" a high risk is not used.
 */
export function overallJudgement(domains: readonly Judgement[]): Judgement {
  if (domains.includes("High risk")) return "High risk";
  return domains.includes("Some concerns") ? "Some concerns" : "Low risk";
}
