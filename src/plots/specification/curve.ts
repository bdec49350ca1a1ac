import { CONCLUSIONS, type Conclusion } from "../../model/conclusion";
import type { Multiverse, SpecificationFilter } from "../../model/sensitivity";
import { NONE_LEFT_OUT, type Specifications } from "../../model/specifications";

/** Places in the columns of specifications, in the order of the curve. */
export type Curve = Uint32Array;

/**
 * Specifications that pass the filter, by their estimates; equal ones by their intervals. Wanted effects that another
 * question had, and this one has not, are passed over.
 */
export function curveOf({ specifications, effects, methods, tests }: Multiverse, filter: SpecificationFilter): Curve {
  const known = filter.effects.filter((key) => effects.some((choice) => choice.key === key));
  const passes = <T>(wanted: readonly T[], values: readonly T[]) =>
    values.map((value) => wanted.length === 0 || wanted.includes(value));
  const byEffects = passes(
    known,
    effects.map(({ key }) => key),
  );
  const [byMethod, byTest] = [passes(filter.method, methods), passes(filter.test, tests)];
  const [none, one] = passes(filter.leftOut, ["none", "one"]);
  const { effects: effect, method, test, leftOut, mu, ciLb } = specifications;
  const curve = new Uint32Array(specifications.length);
  let length = 0;
  for (let at = 0; at < specifications.length; at++) {
    const isLeftWanted = leftOut[at] === NONE_LEFT_OUT ? none : one;
    if (isLeftWanted && byEffects[effect[at]!] && byMethod[method[at]!] && byTest[test[at]!]) curve[length++] = at;
  }
  return curve.subarray(0, length).sort((a, b) => order(mu[a]!, mu[b]!) || order(ciLb[a]!, ciLb[b]!) || a - b);
}

/** −1, 0 or 1: a difference would be a new number for each of tens of thousands of comparisons. */
function order(a: number, b: number): number {
  return Number(a > b) - Number(a < b);
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
  readonly members: Curve;
}

/** The curve in at most `most` columns of as many specifications each, give or take one. */
export function columnsOf({ mu, ciLb, ciUb }: Specifications, curve: Curve, most: number): readonly CurveColumn[] {
  const n = Math.min(most, curve.length);
  const from = (column: number) => Math.ceil((column * curve.length) / n);
  const room = new Float64Array(n === 0 ? 0 : Math.ceil(curve.length / n));
  return Array.from({ length: n }, (_, column) => {
    const members = curve.subarray(from(column), from(column + 1));
    const middle = median(sorted(members, mu, room));
    const lower = sorted(members, ciLb, room);
    const [least, middleLb] = [lower[0]!, median(lower)];
    const upper = sorted(members, ciUb, room);
    return { mu: middle, ciLb: middleLb, ciUb: median(upper), least, most: upper.at(-1)!, members };
  });
}

/** The members' numbers in order, in `room`, which the next call takes again: this is done thousands of times. */
function sorted(members: Curve, numbers: Float64Array, room: Float64Array): Float64Array {
  for (let i = 0; i < members.length; i++) room[i] = numbers[members[i]!]!;
  return room.subarray(0, members.length).sort();
}

function median(values: Float64Array): number {
  const upper = values[values.length >> 1]!;
  return values.length % 2 === 1 ? upper : (upper + values[(values.length >> 1) - 1]!) / 2;
}

/** One line of the matrix below the curve. */
export interface MatrixRow {
  readonly key: string;
  /** Whether the specification at a place has it. */
  readonly has: (at: number) => boolean;
}

/** The conclusions that occur, from below to above no effect. */
export function conclusionsOf({ conclusion }: Specifications, curve: Curve): readonly Conclusion[] {
  const order: readonly Conclusion[] = ["below", "uncertain", "above"];
  return order.filter((name) => curve.some((at) => CONCLUSIONS[conclusion[at]!] === name));
}

const MOST_STUDIES = 10;

/**
 * The studies that have a line of their own: those whose absence moves the estimates most. `others` are those without.
 */
export function studiesOf({ specifications: { length, leftOut, mu } }: Pick<Multiverse, "specifications">): {
  readonly shown: readonly number[];
  readonly others: readonly number[];
} {
  const sums = new Map<number, { sum: number; n: number }>();
  for (let at = 0; at < length; at++) {
    const known = sums.get(leftOut[at]!);
    if (known) {
      known.sum += mu[at]!;
      known.n++;
    } else sums.set(leftOut[at]!, { sum: mu[at]!, n: 1 });
  }
  const mean = (study: number) => {
    const at = sums.get(study);
    return at ? at.sum / at.n : 0;
  };
  const whole = mean(NONE_LEFT_OUT);
  const studies = [...sums.keys()].filter((key) => key !== NONE_LEFT_OUT);
  const move = (study: number) => Math.abs(mean(study) - whole);
  if (studies.length <= MOST_STUDIES + 1) return { shown: studies, others: [] };
  const most = new Set(studies.toSorted((a, b) => move(b) - move(a)).slice(0, MOST_STUDIES));
  return { shown: studies.filter((s) => most.has(s)), others: studies.filter((s) => !most.has(s)) };
}
