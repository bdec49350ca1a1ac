import { yearFrom } from "../cochrane/dataRows";
import { attribute, textOf, within, type XmlElement } from "./xml";

const RESULTS: ReadonlyMap<string, string> = new Map([
  ["YES", "Low risk"],
  ["NO", "High risk"],
  ["UNKNOWN", "Unclear risk"],
]);

/** A study of a review, with its judgements of risk of bias by domain. */
export interface Study {
  readonly name: string;
  readonly year: string;
  readonly judgements: Map<string, string>;
}

/** The studies of a review by their ids. */
export function readStudies(root: XmlElement): Map<string, Study> {
  const studies = new Map<string, Study>();
  for (const study of within(root, "STUDY")) {
    const name = attribute(study, "NAME");
    studies.set(attribute(study, "ID"), { name, year: yearFrom(attribute(study, "YEAR")), judgements: new Map() });
  }
  return studies;
}

/**
 * Adds the judgements to their studies and returns the domains. Judgements are read where they are made once per study; those made per group of outcomes would not tell which rows they are about.
 */
export function readJudgements(root: XmlElement, studies: ReadonlyMap<string, Study>): string[] {
  return within(root, "QUALITY_ITEM").flatMap((item) => {
    const domain = textOf(item, "NAME");
    if (domain === "" || attribute(item, "LEVEL") !== "STUDY") return [];
    for (const entry of within(item, "QUALITY_ITEM_DATA_ENTRY")) {
      const judged = RESULTS.get(attribute(entry, "RESULT"));
      if (judged) studies.get(attribute(entry, "STUDY_ID"))?.judgements.set(domain, judged);
    }
    return [domain];
  });
}
