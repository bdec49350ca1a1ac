import { interpolateLab, lab } from "d3";
import type { Theme } from "../../scene/scene";

/** Steps of the scale from one subset to the most in a cell. */
export const LEVELS = 24;
/** Steps from cells whose subsets all lack a study to cells whose subsets all hold it. */
export const SHARES = 9;

const FAINTEST = 0.14; // of the way from the ground to the ink: a single subset must be seen
const ONLY = 0.6; // where no cell has more than one

/** The colour step of a cell with `count` of at most `most` subsets, by the logarithm. */
export function levelOf(count: number, most: number): number {
  const share = most > 1 ? FAINTEST + ((1 - FAINTEST) * Math.log(count)) / Math.log(most) : ONLY;
  return Math.min(LEVELS - 1, Math.round(share * (LEVELS - 1)));
}

/**
 * Colours of the density, from the ground to the ink by way of the studies' colour: lightness changes in even steps, so
 * that the scale is even to the eye and stays a scale in grey.
 */
export function densityColours({ background, study, ink }: Theme): readonly string[] {
  const [from, middle, to] = [lab(background).l, lab(study).l, lab(ink).l];
  const turn = from === to ? 0.5 : Math.min(0.9, Math.max(0.1, (middle - from) / (to - from)));
  const [lower, upper] = [interpolateLab(background, study), interpolateLab(study, ink)];
  return Array.from({ length: LEVELS }, (_, level) => {
    const t = level / (LEVELS - 1);
    return hex(t < turn ? lower(t / turn) : upper((t - turn) / (1 - turn)));
  });
}

/**
 * The same for a density that is split by a study: the lightness tells how many subsets, the hue how many of them hold
 * the study. Colour `level * SHARES + share`.
 */
export function splitColours(theme: Theme): readonly string[] {
  const [from, to] = [lab(theme.background).l, lab(theme.ink).l];
  const hue = interpolateLab(withoutColour(theme), withColour(theme));
  return Array.from({ length: LEVELS * SHARES }, (_, at) => {
    const t = Math.floor(at / SHARES) / (LEVELS - 1);
    const { a, b } = lab(hue((at % SHARES) / (SHARES - 1)));
    const vivid = Math.min(1, 2.4 * t) * (1 - 0.5 * t);
    return hex(lab(from + t * (to - from), vivid * a, vivid * b).formatRgb());
  });
}

/** What belongs to the subsets that hold a study. */
export function withColour({ groups, study }: Theme): string {
  return groups[0] ?? study;
}

/** What belongs to the subsets that lack it. */
export function withoutColour({ groups, faint }: Theme): string {
  return groups[1] ?? faint;
}

function hex(colour: string): string {
  return lab(colour).formatHex();
}
