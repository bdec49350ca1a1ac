const WORDS: ReadonlyMap<string, string> = new Map([
  ["low", "Low risk"],
  ["lowrisk", "Low risk"],
  ["someconcerns", "Some concerns"],
  ["moderate", "Moderate risk"],
  ["moderaterisk", "Moderate risk"],
  ["serious", "Serious risk"],
  ["seriousrisk", "Serious risk"],
  ["critical", "Critical risk"],
  ["criticalrisk", "Critical risk"],
  ["high", "High risk"],
  ["highrisk", "High risk"],
  ["unclear", "Unclear risk"],
  ["unclearrisk", "Unclear risk"],
  ["noinformation", "No information"],
]);

/** A judgement of risk of bias in Cochrane's words ("UNCLEAR_RISK" too); "" for "Not applicable" and other words. */
export function judgement(written: string): string {
  return WORDS.get(written.toLowerCase().replace(/[^a-z]/g, "")) ?? "";
}

/** "overall" for the overall judgement, else the domain's own name. */
export function domainName(domain: string): string {
  return /^overall\b/i.test(domain) ? "overall" : domain;
}
