import type { Measure } from "../../model/measure";
import type { ZeroCellRule } from "../../model/poolingModel";
import type { CountsData } from "../../model/study";

/** Which studies a constant is added to: those with a zero, all, or none. */
export type ZeroScope = "only0" | "all" | "none";

/** What is done about zero events in one group. */
export interface ZeroRule {
  readonly to: ZeroScope;
  /** Added to the events (and to the participants free of them), >= 0; usually ½. */
  readonly add: number;
}

/** What is done about zero events in two arms. */
export interface ZeroEvents extends ZeroRule {
  /** `drop`: a study without events in both arms, or with nothing but events, has no effect. */
  readonly doubleZeros: "drop" | "keep";
}

/**
 * What is done about zero cells of a 2×2 table. `treatment-arm` adds n1/N to both cells of arm 1 and n2/N to both of
 * arm 2: proportional to the reciprocal of the other arm's size, so that unequal arms are not pulled from no effect.
 * Sweeting, Sutton & Lambert (2004), Stat Med 23:1351–1375, doi:10.1002/sim.1761.
 */
export interface ZeroCells extends Omit<ZeroEvents, "add"> {
  readonly add: number | "treatment-arm";
}

/** The rule of metafor and RevMan for ratios: ½ in the studies with a zero, double zeros dropped. */
export const HALF_WHERE_ZERO = { to: "only0", add: 0.5, doubleZeros: "drop" } as const satisfies ZeroEvents;

/** The same for differences, where a study without events says something. */
export const HALF_KEEPING_DOUBLE_ZEROS = { ...HALF_WHERE_ZERO, doubleZeros: "keep" } as const satisfies ZeroEvents;

/** A model's rule in full. A study without events says nothing of a ratio, but something of a difference. */
export function zeroCellsOf(rule: ZeroCellRule, measure: Measure): ZeroCells {
  const doubleZeros = measure === "RD" ? "keep" : "drop";
  if (rule === "treatment-arm") return { to: "only0", add: "treatment-arm", doubleZeros };
  return { to: rule, add: 0.5, doubleZeros };
}

/** The 2×2 table: events and non-events of arm 1 (a, b) and arm 2 (c, d). */
export interface Cells {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** The table with the rule's constants in it. @throws RangeError unless the constant is finite and >= 0. */
export function cellsOf({ ai, n1i, ci, n2i }: CountsData, { to, add }: Pick<ZeroCells, "to" | "add">): Cells {
  const b = n1i - ai;
  const d = n2i - ci;
  if (!affects(to, ai, b, ci, d)) return { a: ai, b, c: ci, d };
  const add1 = add === "treatment-arm" ? n1i / (n1i + n2i) : requireConstant(add);
  const add2 = add === "treatment-arm" ? n2i / (n1i + n2i) : add;
  return { a: ai + add1, b: b + add1, c: ci + add2, d: d + add2 };
}

/** What the rule adds to each count of one study. @throws RangeError unless the constant is finite and >= 0. */
export function addition({ to, add }: ZeroRule, ...counts: readonly number[]): number {
  return affects(to, ...counts) ? requireConstant(add) : 0;
}

/** Which kind of double zero the table is, if it is one. */
export function doubleZero({ ai, n1i, ci, n2i }: CountsData): "no-events" | "all-events" | null {
  if (ai === 0 && ci === 0) return "no-events";
  return ai === n1i && ci === n2i ? "all-events" : null;
}

function affects(to: ZeroScope, ...counts: readonly number[]): boolean {
  return to === "all" || (to === "only0" && counts.includes(0));
}

function requireConstant(add: number): number {
  if (!(add >= 0 && add < Infinity)) throw new RangeError(`a zero-cell constant must be finite and >= 0, not ${add}`);
  return add;
}
