const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
};

const DURATION =
  /(?:(\d+(?:[.,]\d+)?)\s*[-–]?\s*(hour|day|week|month|year)s?\b|\b(hour|day|week|month|year)\s+(\d+(?:[.,]\d+)?))/i;

/**
 * Days that a timepoint's name tells: 7 of "1 week" and of "week 1", 91.3 of "3 months", 0 of "baseline"; null where
 * it tells none, as "end of treatment" does.
 */
export function daysOf(timepoint: string): number | null {
  if (/^(baseline|before)\b/i.test(timepoint.trim())) return 0;
  const [, before, unit, unitFirst, after] = DURATION.exec(timepoint) ?? [];
  const perUnit = DAYS[(unit ?? unitFirst ?? "").toLowerCase()];
  const count = Number((before ?? after ?? "").replace(",", "."));
  return perUnit === undefined ? null : count * perUnit;
}
