import type { MappedColumn, Mapping } from "../../model/mapping";

/** The role of a column with what it is about, where that is not the row's own. */
export type GuessedRole = Pick<MappedColumn, "role"> & Partial<Pick<MappedColumn, "outcome" | "timepoint">>;

/** What was guessed of some columns, by their places. */
export interface Guessed {
  readonly roles: ReadonlyMap<number, GuessedRole>;
  readonly constants: Partial<Mapping["constants"]>;
}
