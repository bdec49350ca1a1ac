import { AUDIT_QUANTITIES, type AuditQuantity, type AuditRow } from "../../model/audit";
import type { ExportedEstimate } from "../../model/exportedAnalysis";
import type { Row } from "../../model/study";
import { ALTERNATIVES, type Alternative, type Known } from "./alternatives";
import type { IsEqual } from "./equality";
import { type Explained, type Explanation, explain } from "./explain";
import { type Result, resultUnder, type Under } from "./resultUnder";

/** What a verdict on one number says. */
export type Judged = Pick<AuditRow, "quantity" | "exported" | "ours" | "verdict" | "reasons" | "obstacle">;

/** An exported number beside ours, null where there is none. */
export type Pair = Pick<AuditRow, "quantity" | "exported" | "ours">;

/** Each exported number of an estimate beside ours from these rows. */
export function auditEstimate(
  rows: readonly Row[],
  under: Under,
  exported: ExportedEstimate,
  isEqual: IsEqual,
): readonly Judged[] {
  const ours = resultUnder(rows, under);
  const pairs = AUDIT_QUANTITIES.flatMap((quantity): Pair[] => {
    const value = exported[quantity];
    // Statistics are compared without their sign.
    const shown = value !== null && quantity === "statistic" ? Math.abs(value) : value;
    return shown === null ? [] : [{ quantity, exported: shown, ours: ours?.[quantity] ?? null }];
  });
  const explainer = (differing: readonly Pair[]): Explained => {
    return ours ? explainEstimate(rows, { under, ours, exported }, differing, isEqual) : new Map();
  };
  return judged(pairs, isEqual, explainer);
}

/** The verdicts on pairs of numbers; `explainer` is asked for those that differ. */
export function judged(
  pairs: readonly Pair[],
  isEqual: IsEqual,
  explainer: (differing: readonly Pair[]) => Explained,
): readonly Judged[] {
  const differs = ({ quantity, exported, ours }: Pair) => ours === null || !isEqual(quantity, exported, ours);
  const explained = explainer(pairs.filter(differs));
  return pairs.map((pair): Judged => {
    if (!differs(pair)) return { ...pair, verdict: "equal", reasons: [], obstacle: null };
    const reasons = explained.get(pair.quantity);
    if (reasons) return { ...pair, verdict: "explained", reasons, obstacle: null };
    return { ...pair, verdict: "unexplained", reasons: [], obstacle: pair.ours === null ? "not-estimable" : null };
  });
}

/** By one alternative where that will do, else by two. */
function explainEstimate(rows: readonly Row[], known: Known, differing: readonly Pair[], isEqual: IsEqual): Explained {
  const results = new Map<string, Result | null>();
  const resultBy = (chosen: readonly Alternative[], key: string) => {
    const under = changed(chosen, known);
    const found = results.has(key) ? results.get(key) : under && resultUnder(rows, under);
    results.set(key, found ?? null);
    return found ?? null;
  };
  const gives = (explanation: Explanation, quantity: AuditQuantity) => {
    const chosen = ALTERNATIVES.filter(({ reason }) => explanation.includes(reason));
    const exported = differing.find((pair) => pair.quantity === quantity)?.exported;
    if (exported === undefined || !chosen.every(({ quantities }) => quantities.includes(quantity))) return false;
    const result = resultBy(chosen, explanation.join(" "));
    const read = chosen.find((alternative) => alternative.read)?.read;
    const number = result && (read ? read(result, known) : result[quantity]);
    return number !== null && isEqual(quantity, exported, number);
  };
  const quantities = differing.map(({ quantity }) => quantity);
  return explain(quantities, PAIRS, gives, explain(quantities, SINGLES, gives));
}

const SINGLES: readonly Explanation[] = ALTERNATIVES.map(({ reason }) => [reason]);
const PAIRS: readonly Explanation[] = ALTERNATIVES.flatMap((first, i) =>
  ALTERNATIVES.slice(i + 1).map((second) => [first.reason, second.reason]),
);

/** What the alternatives together compute by; null where one of them does not apply. */
function changed(chosen: readonly Alternative[], known: Known): Under | null {
  let { under } = known;
  for (const { change } of chosen) {
    const next = change({ ...known, under });
    if (!next) return null;
    under = { ...under, ...next, model: { ...under.model, ...next.model } };
  }
  return under;
}
