import type { OwnData, TidyTable } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import { keyOf } from "./heldAs";
import type { Kept } from "./keepStore";
import { copyOf, freeName } from "./names";
import type { Needs } from "./needs";
import { alreadyHere, openedBeside } from "./notices";

/** Data from elsewhere, as they stand beside what is here. */
export interface Placed {
  readonly own: OwnData;
  /** True where they are what is kept or open here already. */
  readonly isHere: boolean;
  /** What is kept of them where this page has not opened it yet. */
  readonly kept: Kept | null;
  readonly notices: readonly UserError[];
}

/** Finds the place of data from a link or a project: what is here is neither doubled nor overwritten. */
export async function place({ store, db }: Pick<Needs, "store" | "db">, own: OwnData): Promise<Placed> {
  const open = store.getState().own.find(({ key }) => key === keyOf(own.id))?.own;
  const kept = await db.get(own.id).catch(() => null);
  const here = open ?? kept?.own;
  if (here && sameTable(here.table, own.table)) {
    return { own: here, isHere: true, kept: open ? null : kept, notices: [alreadyHere(here.name)] };
  }
  const names = (await db.list().catch(() => [])).map(({ name }) => name);
  const name = freeName(own.name, [...names, ...store.getState().own.map(({ own: other }) => other?.name ?? "")]);
  const isNew = { isHere: false, kept: null };
  if (!here) return { own: name === own.name ? own : { ...own, name }, ...isNew, notices: [] };
  return { own: copyOf(own, name), ...isNew, notices: [openedBeside(name, here.name)] };
}

function sameTable(a: TidyTable, b: TidyTable): boolean {
  const same = (left: readonly string[], right: readonly string[] = []) =>
    left.length === right.length && left.every((cell, i) => cell === right[i]);
  return same(a.header, b.header) && a.rows.length === b.rows.length && a.rows.every((row, i) => same(row, b.rows[i]));
}
