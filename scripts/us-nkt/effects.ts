import { benefit, type Effect, poolEffects } from "./pooling";
import type { Target } from "./targets";

/** A trial on a scale where the standard deviation is 1: how large, and how it differs from the others. */
export interface EffectDraw {
  readonly n1i: number;
  readonly n2i: number;
  /** Shift of its mean effect against the other comparator's. */
  readonly shift: number;
  /** Its own deviate, from about a standard normal. */
  readonly deviate: number;
}

const HALVINGS = 16;
const MAX_SPREAD = 4;

/**
 * Standardised mean differences (before the small-sample correction, benefit negative), one per draw: location +
 * shift + spread × deviate, with location and spread solved so that the pooled estimate and its interval meet the aim.
 *
 * The spread is bisected, since the interval widens with it; the pooled estimate follows the location almost one to
 * one, so that two corrections at each step keep up with it. To about 1e-4, below what rounding the arms does.
 */
export function solveEffects(draws: readonly EffectDraw[], aim: Target["aim"]): number[] {
  let location = aim.mu;
  let lo = 0;
  let hi = MAX_SPREAD;
  for (let step = 0; step < HALVINGS; step++) {
    const spread = (lo + hi) / 2;
    location += aim.mu - poolEffects(effectsAt(draws, location, spread)).mu;
    const { mu, ciLb, ciUb } = poolEffects(effectsAt(draws, location, spread));
    location += aim.mu - mu;
    if ((ciUb - ciLb) / 2 < aim.halfWidth) lo = spread;
    else hi = spread;
  }
  return draws.map((draw) => differenceAt(draw, location, lo));
}

function differenceAt({ shift, deviate }: EffectDraw, location: number, spread: number): number {
  return location + shift + spread * deviate;
}

function effectsAt(draws: readonly EffectDraw[], location: number, spread: number): Effect[] {
  return draws.map((draw) => {
    const { n1i, n2i } = draw;
    const m1i = differenceAt(draw, location, spread);
    return benefit({ kind: "means", m1i, sd1i: 1, n1i, m2i: 0, sd2i: 1, n2i }, "lower");
  });
}
