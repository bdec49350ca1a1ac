import { columnKey } from "../../tidy";
import type { Format } from "../format";
import { hasColumns } from "./named";
import { isDataRows, tablesOf } from "./packageTables";

const TWO_BY_TWO = [
  ["TP", "FP", "FN", "TN"],
  ["True positives", "False positives", "False negatives", "True negatives"],
];
const SUMMARY = /^(?:summary |mean |pooled )?(?:sensitivity|logit\(?sensitivity\)?)$/;

/** The files of a review of diagnostic accuracy, which are declined. */
export const COCHRANE_DTA: Format = {
  name: "Cochrane diagnostic accuracy package",
  recognises: (files) => {
    const tables = tablesOf(files);
    return !tables.some(isDataRows) && tables.some(({ header }) => isTestData(header) || isParameters(header));
  },
  read: () => ({
    kind: "refused",
    errors: [
      {
        code: "diagnostic-accuracy",
        message:
          "These are data of diagnostic test accuracy (true and false positives and negatives). They need sensitivity and specificity pooled together, which this explorer does not do.",
        remedy: "Open a review of interventions, or analyse these data in RevMan, or in R with the package mada.",
        where: {},
      },
    ],
  }),
};

function isTestData(header: readonly string[]): boolean {
  return TWO_BY_TWO.some((names) => hasColumns(header, names));
}

function isParameters(header: readonly string[]): boolean {
  return hasColumns(header, ["Test"]) && header.some((name) => SUMMARY.test(columnKey(name)));
}
