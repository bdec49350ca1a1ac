/** Ids that are left out once these studies are put in, or out; the others stay as they are. */
export function withStudies(ids: readonly string[], isIn: boolean, excluded: readonly string[]): readonly string[] {
  const chosen = new Set(ids);
  const others = excluded.filter((id) => !chosen.has(id));
  return isIn ? others : [...others, ...chosen];
}

/**
 * Ids that are left out when of the shown studies only the kept ones stay; where that is so already, all come back.
 * Studies that are not shown stay as they are.
 */
export function leavingOnly(
  kept: readonly string[],
  shown: readonly string[],
  excluded: readonly string[],
): readonly string[] {
  const stay = new Set(kept);
  const others = [...new Set(shown)].filter((id) => !stay.has(id));
  const isOnly =
    others.length > 0 && others.every((id) => excluded.includes(id)) && !kept.some((id) => excluded.includes(id));
  return withStudies(others, isOnly, withStudies(kept, true, excluded));
}

/** The items between two of a list, both ends with them; only `to` where `from` is not in it. */
export function stretch<T>(items: readonly T[], from: T | null, to: T): readonly T[] {
  const start = from === null ? -1 : items.indexOf(from);
  const end = items.indexOf(to);
  if (start < 0 || end < 0) return [to];
  return items.slice(Math.min(start, end), Math.max(start, end) + 1);
}
