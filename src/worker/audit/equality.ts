import type { AuditQuantity } from "../../model/audit";
import type { ExportedAnalysis } from "../../model/exportedAnalysis";

const TOLERANCE = 1e-6; // of the number, or absolute below 1
const FULL = 6; // decimals from which a number is not taken for rounded

/** Whether a number of ours is the exported one. */
export type IsEqual = (quantity: AuditQuantity, exported: number, ours: number) => boolean;

/**
 * Equality to 1e-6, relative or absolute; where a file rounds a quantity, to its last digit. Digits are those of the
 * whole file, so that a 0 among long numbers is no rounded one; a quantity that is 0 throughout has those of estimates.
 */
export function equalityFor(exported: readonly ExportedAnalysis[]): IsEqual {
  const decimals = new Map<string, number>();
  const note = (quantity: string, value: unknown) => {
    if (typeof value !== "number" || value === 0) return;
    const kind = kindOf(quantity);
    decimals.set(kind, Math.max(decimals.get(kind) ?? 0, decimalsOf(value)));
  };
  for (const { overall, subgroups, difference } of exported) {
    for (const estimate of [overall, difference, ...subgroups.map(({ result }) => result)]) {
      for (const [quantity, value] of Object.entries(estimate ?? {})) note(quantity, value);
    }
  }
  return (quantity, value, ours) => {
    const digits = decimals.get(kindOf(quantity)) ?? decimals.get("estimate") ?? FULL;
    const rounding = digits >= FULL || quantity === "df" ? 0 : 0.5 * 10 ** -digits * (1 + 1e-9);
    return Math.abs(value - ours) <= Math.max(rounding, TOLERANCE * Math.max(1, Math.abs(value)));
  };
}

/** Limits are rounded as their estimate is, and one p-value as the other. */
function kindOf(quantity: string): string {
  if (["estimate", "ciLb", "ciUb", "piLb", "piUb"].includes(quantity)) return "estimate";
  return quantity === "QPval" ? "pval" : quantity;
}

function decimalsOf(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (mantissa.split(".")[1] ?? "").length - Number(exponent));
}
