import type { Reading } from "../../data/readDataset";
import { tidyColumn } from "../../data/tidy";
import type { UserError } from "../../model/userError";
import { ROLE_WORDS } from "./roles";

/** The faults of a mapped table with its columns as the reader knows them there: “SD, arm 1” for “sd1i”. */
export function inRoleWords(reading: Reading): Reading {
  return { ...reading, errors: reading.errors.map(named) };
}

function named(error: UserError): UserError {
  const { column } = error.where;
  const role = column === undefined ? null : tidyColumn(column);
  const words = role && ROLE_WORDS.get(role);
  if (column === undefined || !words) return error;
  const message = error.message.replace(`“${column}”`, `“${words}”`);
  return { ...error, message, where: { ...error.where, column: words } };
}
