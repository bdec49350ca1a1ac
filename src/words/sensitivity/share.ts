import { formatInteger, formatNumber } from "../number";

/** A part of a whole in percent, never rounded to none or to all of it: "0.02%", "< 0.01%", "99.98%", "> 99.99%". */
export function partText(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  if (part === 0 || part === whole || whole === 0) return `${formatNumber(whole === 0 ? 0 : percent, 0)}%`;
  if (percent < 0.01) return "< 0.01%";
  if (percent > 99.99) return "> 99.99%";
  const digits = percent < 1 || percent > 99 ? 2 : percent < 10 || percent > 90 ? 1 : 0;
  return `${formatNumber(percent, digits)}%`;
}

/** "0.02% (214 of 1,048,575)". */
export function partOf(part: number, whole: number): string {
  return `${partText(part, whole)} (${formatInteger(part)} of ${formatInteger(whole)})`;
}
