import type { AuditQuantity, AuditReason } from "../../model/audit";

/** One or more computations that together may give exported numbers. */
export type Explanation = readonly AuditReason[];

/** What gives each number that can be given. */
export type Explained = ReadonlyMap<AuditQuantity, Explanation>;

/**
 * Explains numbers by as few computations as possible: again and again by the one that gives the most of what is left,
 * so that one cause is not taken apart where single numbers happen to agree with others. Of equals, that which shares
 * reasons with `known`, then the first.
 */
export function explain(
  quantities: readonly AuditQuantity[],
  candidates: readonly Explanation[],
  gives: (candidate: Explanation, quantity: AuditQuantity) => boolean,
  known: Explained = new Map(),
): Explained {
  const found = new Map(known);
  for (;;) {
    const left = quantities.filter((quantity) => !found.has(quantity));
    const used = new Set([...found.values()].flat());
    let best: {
      readonly candidate: Explanation;
      readonly given: readonly AuditQuantity[];
      readonly shared: number;
    } | null = null;
    for (const candidate of left.length > 0 ? candidates : []) {
      const given = left.filter((quantity) => gives(candidate, quantity));
      const shared = candidate.filter((reason) => used.has(reason)).length;
      const more = given.length - (best?.given.length ?? 0);
      if (more > 0 || (more === 0 && best && shared > best.shared)) best = { candidate, given, shared };
    }
    if (!best) return found;
    for (const quantity of best.given) found.set(quantity, best.candidate);
  }
}
