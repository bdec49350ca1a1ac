/** Whether the intervention brings fewer events or more. */
export type Direction = "fewer" | "more";

/**
 * How many people must be treated for one event fewer, or one more. Never rounded here.
 *
 * Where the interval of the risk difference holds 0, that of the number needed has two branches: from one event fewer
 * among `fewer` people through infinity to one more among `more`. null stands for infinity: a limit of exactly 0.
 */
export interface NumberNeeded {
  /** null where the risk difference is 0: then no number of people will do. */
  readonly estimate: { readonly direction: Direction; readonly people: number } | null;
  readonly interval:
    | { readonly kind: "one-way"; readonly direction: Direction; readonly low: number; readonly high: number | null }
    | { readonly kind: "through-infinity"; readonly fewer: number; readonly more: number }
    | { readonly kind: "none" }; // both limits are 0
}

/**
 * The number needed to treat from a risk difference and its limits.
 *
 * @param difference risk with the intervention less that without, from −1 to 1; `lb` and `ub` its limits.
 * @throws RangeError unless −1 <= lb <= difference <= ub <= 1.
 *
 * Altman (1998), BMJ 317:1309–1312, doi:10.1136/bmj.317.7168.1309.
 */
export function numberNeeded(difference: number, lb: number, ub: number): NumberNeeded {
  if (!(lb >= -1 && lb <= difference && difference <= ub && ub <= 1)) {
    throw new RangeError(`numberNeeded: ${difference} from ${lb} to ${ub}`);
  }
  const direction = difference < 0 ? "fewer" : "more";
  const estimate = difference === 0 ? null : ({ direction, people: 1 / Math.abs(difference) } as const);
  return { estimate, interval: intervalOf(lb, ub) };
}

function intervalOf(lb: number, ub: number): NumberNeeded["interval"] {
  if (lb === 0 && ub === 0) return { kind: "none" };
  if (lb < 0 && ub > 0) return { kind: "through-infinity", fewer: -1 / lb, more: 1 / ub };
  if (lb >= 0) return { kind: "one-way", direction: "more", low: 1 / ub, high: lb === 0 ? null : 1 / lb };
  return { kind: "one-way", direction: "fewer", low: -1 / lb, high: ub === 0 ? null : -1 / ub };
}
