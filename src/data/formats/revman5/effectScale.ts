/** An effect as RevMan 5 shows it: ratios as ratios, its SE and that of ratios on the log scale. */
export interface ShownEffect {
  readonly shown: number | null;
  readonly se: number | null;
  readonly ciUb: number | null;
}

const Z95 = 1.959963984540054;

/**
 * Whether effects are shown as ratios whose SEs are those of their logarithms: true where upper limits lie on the log
 * scale as far as 95% limits should, false where they do so as they are, null where rows do not tell.
 */
export function isShownAsRatio(effects: readonly ShownEffect[]): boolean | null {
  let log = 0;
  let plain = 0;
  for (const { shown, se, ciUb } of effects) {
    if (shown === null || se === null || ciUb === null || !(se > 0) || ciUb === shown) continue;
    const half = Z95 * se;
    const onPlain = Math.abs(ciUb - shown - half);
    const onLog = shown > 0 && ciUb > 0 ? Math.abs(Math.log(ciUb / shown) - half) : Number.POSITIVE_INFINITY;
    if (onLog < onPlain) log += 1;
    else plain += 1;
  }
  return log === plain ? null : log > plain;
}

/** An effect on the analysis scale. */
export function onAnalysisScale(shown: number | null, isRatio: boolean): number | null {
  if (shown === null || !isRatio) return shown;
  return shown > 0 ? Math.log(shown) : null;
}
