import type { Conclusion, Multiverse, Specification, SpecificationFilter } from "../../model/sensitivity";

/**
 * Specifications that pass the filter, by their estimates; equal ones by their intervals. Wanted effects that another
 * question had, and this one has not, are passed over.
 */
export function curveOf(
  { specifications, effects }: Multiverse,
  filter: SpecificationFilter,
): readonly Specification[] {
  const wantedEffects = filter.effects.filter((key) => effects.some((choice) => choice.key === key));
  const has = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value);
  return specifications
    .filter(
      (s) =>
        has(wantedEffects, s.effects) &&
        has(filter.method, s.method) &&
        has(filter.test, s.test) &&
        has(filter.leftOut, s.leftOut === null ? "none" : "one"),
    )
    .toSorted((a, b) => a.mu - b.mu || a.ciLb - b.ciLb);
}

/** Neighbours on the curve that are drawn as one. */
export interface CurveColumn {
  readonly mu: number;
  /** The middle of their intervals' limits. */
  readonly ciLb: number;
  readonly ciUb: number;
  /** The outermost of them. */
  readonly least: number;
  readonly most: number;
  readonly members: readonly Specification[];
}

/** The curve in at most `most` columns of as many specifications each, give or take one. */
export function columnsOf(curve: readonly Specification[], most: number): readonly CurveColumn[] {
  const n = Math.min(most, curve.length);
  return Array.from({ length: n }, (_, column) => {
    const members = curve.slice(Math.ceil((column * curve.length) / n), Math.ceil(((column + 1) * curve.length) / n));
    return {
      mu: median(members.map((s) => s.mu)),
      ciLb: median(members.map((s) => s.ciLb)),
      ciUb: median(members.map((s) => s.ciUb)),
      least: Math.min(...members.map((s) => s.ciLb)),
      most: Math.max(...members.map((s) => s.ciUb)),
      members,
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? upper)) / 2;
}

/** One line of the matrix below the curve. */
export interface MatrixRow {
  readonly key: string;
  readonly has: (specification: Specification) => boolean;
}

/** The conclusions that occur, from below to above no effect. */
export function conclusionsOf(curve: readonly Specification[]): readonly Conclusion[] {
  const order: readonly Conclusion[] = ["below", "uncertain", "above"];
  return order.filter((conclusion) => curve.some((s) => s.conclusion === conclusion));
}

const MOST_STUDIES = 10;

/**
 * The studies that have a line of their own: those whose absence moves the estimates most. `others` are those without.
 */
export function studiesOf({ specifications }: Multiverse): {
  readonly shown: readonly number[];
  readonly others: readonly number[];
} {
  const sums = new Map<number | null, { sum: number; n: number }>();
  for (const { leftOut, mu } of specifications) {
    const at = sums.get(leftOut) ?? { sum: 0, n: 0 };
    sums.set(leftOut, { sum: at.sum + mu, n: at.n + 1 });
  }
  const mean = (at: { sum: number; n: number } | undefined) => (at ? at.sum / at.n : 0);
  const whole = mean(sums.get(null));
  const studies = [...sums.keys()].filter((key) => key !== null);
  const move = (study: number) => Math.abs(mean(sums.get(study)) - whole);
  if (studies.length <= MOST_STUDIES + 1) return { shown: studies, others: [] };
  const most = new Set(studies.toSorted((a, b) => move(b) - move(a)).slice(0, MOST_STUDIES));
  return { shown: studies.filter((s) => most.has(s)), others: studies.filter((s) => !most.has(s)) };
}
