import type { Descriptor } from "../../model/descriptor";
import type { Lens, LensValues } from "../../model/lens";
import type { Say } from "./correct";

/** A link's lens without the numbers about outcomes that the dataset does not have; each of those is said. */
export function correctLens(lens: Lens, { outcomes }: Descriptor, say: Say): Lens {
  const known = (values: LensValues, outcomeOf: (key: string) => string): LensValues => {
    const entries = Object.entries(values);
    const kept = entries.filter(([key]) => outcomes.some(({ name }) => name === outcomeOf(key)));
    for (const [key] of entries) if (!kept.some(([other]) => other === key)) say("outcome", outcomeOf(key));
    return kept.length === entries.length ? values : Object.fromEntries(kept);
  };
  return {
    mids: known(lens.mids, (key) => key.slice(key.indexOf(" ") + 1)),
    baselines: known(lens.baselines, (key) => key),
    sds: known(lens.sds, (key) => key),
  };
}
