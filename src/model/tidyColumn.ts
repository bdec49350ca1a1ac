/** The tidy columns, under metafor's names; arm 1 is the intervention, arm 2 the comparator. */
export const TIDY_COLUMNS = [
  "study",
  "year",
  "outcome",
  "timepoint",
  "comparator",
  "better",
  "m1i",
  "sd1i",
  "n1i",
  "m2i",
  "sd2i",
  "n2i",
  "ai",
  "ci",
  "yi",
  "vi",
  "sei",
  "ciLb",
  "ciUb",
] as const;

export type TidyColumn = (typeof TIDY_COLUMNS)[number];
