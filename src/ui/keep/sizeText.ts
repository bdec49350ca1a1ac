import { formatInteger, formatNumber } from "../../words/number";

/** A size for a reader: "12 kB". */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${formatInteger(bytes)} bytes`;
  return bytes < 1e6 ? `${formatInteger(Math.round(bytes / 1000))} kB` : `${formatNumber(bytes / 1e6, 1)} MB`;
}
