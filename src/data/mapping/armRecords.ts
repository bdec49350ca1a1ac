import type { Role } from "../../model/mapping";
import type { ArmRecord } from "../formats/armsToContrasts";
import type { Roles } from "./roles";
import type { NamedRow } from "./rowNames";

/** Every result of every row of a table whose rows are single arms. */
export function armRecords(rows: readonly NamedRow[], { results, further }: Roles): readonly ArmRecord[] {
  return rows
    .flatMap((row) =>
      results.map(({ about, places }): ArmRecord => {
        const cell = (role: Role) => row.cells[places.get(role) ?? -1] ?? "";
        const { outcome, timepoint } = row.about(about);
        return {
          ...{ row: row.row, study: row.study, arm: row.arm, year: row.year, outcome, timepoint },
          ...{ n: cell("n"), mean: cell("mean"), sd: cell("sd"), events: cell("events") },
          further: further.map((place) => row.cells[place] ?? ""),
        };
      }),
    )
    .filter(({ mean, events }) => mean !== "" || events !== "");
}
