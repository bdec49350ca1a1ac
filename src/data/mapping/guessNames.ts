import type { Role } from "../../model/mapping";
import { NAMES, type NamedRole } from "./headerWords";
import type { Sniffed } from "./sniffed";

/** In the order in which columns are given away. */
const ORDER: readonly NamedRole[] = ["study", "year", "outcome", "timepoint", "comparator", "better", "arm"];

/** The columns that say what a row is, by their names; without one for the study, the text that differs most. */
export function guessNames(columns: readonly Sniffed[]): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  for (const role of ORDER) {
    const found = columns.find(
      (column) => !roles.has(column.place) && NAMES[role].has(column.key) && suits(role, column),
    );
    if (found) roles.set(found.place, role);
  }
  if (![...roles.values()].includes("study")) {
    const study = likeliestStudy(columns.filter(({ place }) => !roles.has(place)));
    if (study) roles.set(study.place, "study");
  }
  return roles;
}

function suits(role: NamedRole, { values, numbers }: Sniffed): boolean {
  if (values.length === 0) return false;
  if (role === "year") return numbers?.every((year) => year >= 1800 && year < 2100) ?? true;
  if (role === "better") return values.every((value) => /^(lower|higher)$/i.test(value));
  return role === "study" || role === "timepoint" || numbers === null;
}

function likeliestStudy(columns: readonly Sniffed[]): Sniffed | undefined {
  const texts = columns.filter(({ numbers, values }) => numbers === null && values.length > 0);
  const distinct = ({ values }: Sniffed) => new Set(values).size;
  return texts.toSorted((a, b) => distinct(b) - distinct(a))[0];
}
