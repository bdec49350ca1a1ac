import type { MapCell } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { effectText, evidenceText, unitOf } from "./effectText";
import { counted, outcomeOf } from "./phrase";

/**
 * The accessible name of an evidence-map cell: "Pain, 1 week: 8 trials, 652 patients, SMD −1.11 (95% CI −1.42 to
 * −0.79)"; "Pain, 3 months: no trials".
 */
export function cellName(cell: MapCell, descriptor: Descriptor, level: number): string {
  const { outcome, timepoint, measure, pooled, k } = cell;
  const where = `${outcome}, ${timepoint}`;
  if (k === 0) return `${where}: no ${descriptor.studyNoun.many}`;
  if (!pooled) return `${where}: ${counted(k, descriptor.studyNoun)}, no result`;
  const evidence = evidenceText(pooled, descriptor);
  const unit = unitOf(measure, outcomeOf(descriptor, outcome));
  return `${where}: ${evidence}, ${effectText(pooled, measure, level, unit)}`;
}
