import type { Descriptor } from "../model/descriptor";
import type { Described, OwnData } from "../model/ownData";

/** A descriptor that was inferred from the rows, with what the file or the reader says put over it. */
export function describedAs(
  inferred: Descriptor,
  { id, name, remedies }: Pick<OwnData, "id" | "name" | "remedies">,
  { kind, outcomes = [], timepoints = [], comparators = [], columns: _columns, ...rest }: Described,
): Descriptor {
  const { defaults } = { ...inferred, ...rest };
  const has = (list: readonly { readonly name: string }[], wanted: string) => list.some((one) => one.name === wanted);
  const areHere = has(inferred.outcomes, defaults.outcome) && has(inferred.timepoints, defaults.timepoint);
  return {
    ...inferred,
    title: name,
    ...rest,
    shortTitle: name,
    id: `own-${id}`,
    kind: kind ?? "own",
    // In the described order; what only the rows have comes after.
    outcomes: [
      ...[...new Map(outcomes.map((outcome) => [outcome.name, outcome])).values()].flatMap((known) => {
        const found = inferred.outcomes.find(({ name: is }) => is === known.name);
        return found ? [{ ...found, ...known }] : [];
      }),
      ...inferred.outcomes.filter((found) => !has(outcomes, found.name)),
    ],
    timepoints: [
      ...timepoints.filter((known) => has(inferred.timepoints, known.name)),
      ...inferred.timepoints.filter((found) => !has(timepoints, found.name)),
    ],
    comparators: [
      ...new Set([...comparators.filter((known) => inferred.comparators.includes(known)), ...inferred.comparators]),
    ],
    ...(remedies.length > 0 && { corrections: remedies.map(({ sentence }) => sentence) }),
    defaults: areHere ? defaults : inferred.defaults,
  };
}
