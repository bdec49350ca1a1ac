import type { Descriptor } from "../model/descriptor";
import type { LensReading } from "../model/lens";
import { effectText } from "./effectText";
import { differenceText, eventText } from "./lensRisk";
import { lowerFirst, outcomeOf, sentence, upperFirst, whenIs } from "./phrase";

/** A thousand people as the icon array shows them, in whole people, with what each kind is called. */
export interface ArrayWords {
  readonly title: string;
  /** With the event in either arm, with it in one arm alone, and without it in either. */
  readonly both: number;
  readonly changed: number;
  readonly none: number;
  /** True where the change is to the patients' good. */
  readonly isGood: boolean;
  readonly legend: { readonly both: string; readonly changed: string; readonly none: string };
}

/** All that the icon array of a reading says; null where the effect gives no risk. */
export function arrayInput(reading: LensReading, descriptor: Descriptor, version: string) {
  const { risk, pooled, measure, level, timepoint } = reading;
  if (!risk?.average || !pooled) return null;
  const people = arrayWords(reading, descriptor, risk.baseline, risk.average.risk);
  const difference = `${differenceText(risk.average, level)} per 1,000`;
  return {
    people,
    description: `${upperFirst(people.legend.changed)}: ${difference}.`,
    caption: [
      `${upperFirst(whenIs(timepoint, descriptor))}: ${difference}, from ${effectText(pooled, measure, level)}.`,
      "The counts are averages: who is among them cannot be told.",
      sentence(descriptor.figureNote),
      `Understory ${version}`,
    ].filter((line) => line !== ""),
  };
}

function arrayWords(reading: LensReading, descriptor: Descriptor, baseline: number, treatedRisk: number): ArrayWords {
  const without = Math.round(1000 * baseline);
  const treated = Math.round(1000 * treatedRisk);
  const { better } = outcomeOf(descriptor, reading.outcome);
  const { peopleNoun, arms } = descriptor;
  const [arm, control] = [lowerFirst(arms.intervention), lowerFirst(arms.control)];
  const both = Math.min(without, treated);
  const changed = Math.abs(without - treated);
  const none = 1000 - Math.max(without, treated);
  const isFewer = treated < without;
  const what = upperFirst(eventText(reading, descriptor));
  return {
    title: `${what} among 1,000 ${peopleNoun.many}: ${without} with ${control}, ${treated} with ${arm}`,
    both,
    changed,
    none,
    isGood: isFewer === (better === "lower"),
    legend: {
      both: `${both} with either`,
      changed: `${changed} ${isFewer ? "fewer" : "more"} with ${arm}`,
      none: `${none} with neither`,
    },
  };
}
