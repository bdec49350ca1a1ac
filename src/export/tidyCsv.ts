import type { TidyTable } from "../model/ownData";
import { toCsv } from "./tableText";

/** The data as a CSV file that Understory reads back as they are, and that no spreadsheet runs. */
export function tidyCsv({ header, rows }: TidyTable): string {
  return toCsv({ head: header, rows });
}
