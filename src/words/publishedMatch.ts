import type { Pooled } from "../model/analysis";
import type { PublishedFigure } from "../model/descriptor";
import type { Scale } from "../model/measure";
import { includesNoEffect } from "./effectText";
import { formatNumber, formatPercent } from "./number";

/** A published figure beside ours, and whether they agree to the digits that were printed. */
export interface PublishedMatch {
  readonly ours: string;
  readonly published: string;
  readonly agrees: boolean;
}

type Numbers = Pick<PublishedFigure, "estimate" | "ciLb" | "ciUb" | "I2">;

/** Sets our pooled result beside a published figure, at the decimals that the source printed. */
export function compare(figure: PublishedFigure, pooled: Pooled | null, scale: Scale): PublishedMatch {
  const published = text(figure, figure.decimals) || significanceText(figure.significant);
  if (!pooled) return { ours: "no result", published, agrees: false };
  const natural = scale === "log" ? Math.exp : (x: number) => x;
  const ours: Numbers = {
    estimate: natural(pooled.mu),
    ciLb: natural(pooled.ciLb),
    ciUb: natural(pooled.ciUb),
    I2: pooled.heterogeneity?.I2 ?? null,
  };
  const isSignificant = !includesNoEffect(pooled);
  const includes = isSignificant ? "" : ", includes no effect";
  return {
    ours: text(ours, figure.decimals) + (figure.significant === null ? "" : includes),
    published,
    agrees: agree(ours, figure) && (figure.significant === null || figure.significant === isSignificant),
  };
}

/** True where every number that was printed is the same as ours printed so; false where nothing was printed. */
function agree(ours: Numbers, figure: PublishedFigure): boolean {
  const pairs = [
    [ours.estimate, figure.estimate, figure.decimals],
    [ours.ciLb, figure.ciLb, figure.decimals],
    [ours.ciUb, figure.ciUb, figure.decimals],
    [ours.I2, figure.I2, 0],
  ] as const;
  const printed = pairs.filter(([, theirs]) => theirs !== null);
  if (printed.length === 0) return figure.significant !== null;
  return printed.every(
    ([mine, theirs, decimals]) => mine !== null && print(mine, decimals) === print(theirs ?? Number.NaN, decimals),
  );
}

function text({ estimate, ciLb, ciUb, I2 }: Numbers, decimals: number): string {
  const interval = ciLb === null || ciUb === null ? "" : ` (${print(ciLb, decimals)} to ${print(ciUb, decimals)})`;
  const effect = estimate === null ? "" : print(estimate, decimals) + interval;
  return [effect, I2 === null ? "" : `I² ${formatPercent(roundHalfAway(I2, 0))}`].filter(Boolean).join(", ");
}

function significanceText(significant: boolean | null): string {
  if (significant === null) return "not given";
  return significant ? "printed only as “significant”" : "printed only as “not significant”";
}

function print(x: number, decimals: number): string {
  return formatNumber(roundHalfAway(x, decimals), decimals);
}

/** Rounds as a hand does: a half goes away from zero even where its binary value falls just short of it. */
function roundHalfAway(x: number, decimals: number): number {
  const unit = 10 ** decimals;
  return (Math.sign(x) * Math.round(Math.abs(x) * unit + 1e-9)) / unit;
}
