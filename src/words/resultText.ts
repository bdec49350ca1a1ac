import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { effectText, unitOf } from "./effectText";
import { groupName } from "./groupsText";
import { counted, outcomeOf } from "./phrase";

/** The result in one short sentence: "SMD −1.36 (95% CI −1.83 to −0.89), 8 trials."; each group's where not pooled. */
export function resultText(analysis: Analysis, descriptor: Descriptor): string {
  const { overall, groups, measure, model, selection } = analysis;
  const unit = unitOf(measure, outcomeOf(descriptor, selection.outcome));
  const results = overall
    ? [{ name: "", pooled: overall }]
    : groups.flatMap((group) => (group.pooled ? [{ name: `${groupName(group.key)}: `, pooled: group.pooled }] : []));
  if (results.length === 0) return "No result.";
  const texts = results.map(({ name, pooled }) => {
    return `${name}${effectText(pooled, measure, model.level, unit)}, ${counted(pooled.k, descriptor.studyNoun)}`;
  });
  return `${texts.join("; ")}.`;
}
