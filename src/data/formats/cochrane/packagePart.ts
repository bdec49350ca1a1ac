import type { Format, OpenedTable } from "../format";
import { hasColumns } from "./named";
import { isInformation, isSettings, isSubgroups, tablesOf } from "./packageTables";

const ARMS = ["Study", "Arm", "Description", "Intervention"];
/** What the file on studies has in every package; its further columns could be anything. */
const OF_STUDIES = /^(?:study|year|data source|(?:char|id):.*)$/i;

/** Files of a Cochrane data package that hold no study's results, opened without the file that does: declined. */
export const COCHRANE_PART: Format = {
  name: "Part of a Cochrane data package",
  recognises: (files) => {
    const tables = tablesOf(files);
    return tables.length > 0 && tables.every((table) => nameOf(table) !== null);
  },
  read: (files) => {
    const names = [...new Set(tablesOf(files).flatMap((table) => nameOf(table) ?? []))];
    return {
      kind: "refused",
      errors: [
        {
          code: "package-part",
          message: `This is a part of a Cochrane data package: ${names.join(" and ")}. No study’s results are in it.`,
          remedy: "Open the whole package: the zip file as it was downloaded, or all of its files together.",
          where: {},
        },
      ],
    };
  },
};

function nameOf(table: OpenedTable): string | null {
  const { header } = table;
  if (isSettings(table)) return "the overall estimates and settings of its analyses";
  if (isSubgroups(table)) return "the estimates of its subgroups";
  if (isInformation(table) && header.every((name) => OF_STUDIES.test(name.trim())))
    return "the information on its studies";
  return hasColumns(header, ARMS) ? "the arms of its studies" : null;
}
