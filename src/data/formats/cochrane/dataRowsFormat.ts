import type { Format } from "../format";
import { packageReview } from "./packageFormat";
import { isDataRows, tablesOf } from "./packageTables";
import { tidyReview } from "./tidyReview";

/** The `data-rows.csv` of a Cochrane data package by itself. */
export const COCHRANE_ROWS: Format = {
  name: "Cochrane data rows",
  recognises: (files) => tablesOf(files).some(isDataRows),
  read: (files) => tidyReview({ ...packageReview(files), format: "Cochrane data rows" }),
};
