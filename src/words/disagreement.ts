import type { Pooled } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { MeasureInfo } from "../model/measure";
import { includesNoEffect, rangeText } from "./effectText";
import { formatPercent } from "./number";
import { upperFirst } from "./phrase";

// Percent of I²; the Cochrane Handbook (chapter 10.10.2) has overlapping bands, these are their middles.
const DIFFER_SOMEWHAT = 30;
const DISAGREE = 50;
const DISAGREE_STRONGLY = 75;

/**
 * How far the trials agree and what that means elsewhere: "Trials disagree strongly (I² 95%): in a new setting the
 * effect could lie between −4.30 and 0.80." Empty where k < 2.
 */
export function disagreementText(pooled: Pooled, measure: MeasureInfo, descriptor: Descriptor): string {
  if (!pooled.heterogeneity) return "";
  // The word follows the percentage as it is printed beside it.
  const I2 = Number(pooled.heterogeneity.I2.toFixed(0));
  const degree = `${degreeText(I2, upperFirst(descriptor.studyNoun.many))} (I² ${formatPercent(I2)})`;
  if (!pooled.predint) return `${degree}.`;
  const { piLb, piUb } = pooled.predint;
  const range = rangeText(piLb, piUb, measure).replace(" to ", " and ");
  const elsewhere = `n a new setting the effect could lie between ${range}`;
  const joined = I2 >= DISAGREE ? `${degree}: i${elsewhere}` : `${degree}. I${elsewhere}`;
  const reachesPast = !includesNoEffect(pooled) && piLb <= 0 && piUb >= 0;
  return reachesPast ? `${joined}, a range that reaches past no effect.` : `${joined}.`;
}

function degreeText(I2: number, sources: string): string {
  if (I2 >= DISAGREE_STRONGLY) return `${sources} disagree strongly`;
  if (I2 >= DISAGREE) return `${sources} disagree`;
  if (I2 >= DIFFER_SOMEWHAT) return `${sources} differ somewhat`;
  return `${sources} show little disagreement`;
}
