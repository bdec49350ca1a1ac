import type { Analysis, Pooled } from "../model/analysis";
import { estimateText, includesNoEffect } from "./effectText";
import { groupName } from "./groupsText";
import { formatPercent } from "./number";
import { levelPercent } from "./phrase";

/** What a change of the selection or model did to the result, in words for the strip beside the ghost. */
export interface Change {
  /** "SMD from −1.74 to −1.52", "95% CI now includes no effect", "I² from 95% to 91%". */
  readonly parts: readonly string[];
  /** True where an interval has begun or ceased to include no effect. */
  readonly conclusionChanged: boolean;
}

/**
 * What moved from one answer to the next; null where they answer different questions: another outcome, timepoint or
 * measure, or one timepoint against all.
 */
export function change(before: Analysis, after: Analysis): Change | null {
  const isSameQuestion =
    before.selection.outcome === after.selection.outcome &&
    before.selection.timepoint === after.selection.timepoint &&
    before.measure.short === after.measure.short &&
    isAcrossTime(before) === isAcrossTime(after);
  if (!isSameQuestion) return null;
  if (before.overall || after.overall) return changeOf("", before.overall, after.overall, after);
  return changeOfGroups(before, after);
}

function isAcrossTime({ selection }: Analysis): boolean {
  return selection.compareBy === "timepoint";
}

/** Without an overall result each group that moved is told apart. */
function changeOfGroups(before: Analysis, after: Analysis): Change {
  const keys = [...new Set([...before.groups, ...after.groups].map(({ key }) => key))];
  const changes = keys.flatMap((key) => {
    const was = before.groups.find((g) => g.key === key)?.pooled ?? null;
    const is = after.groups.find((g) => g.key === key)?.pooled ?? null;
    const isMoved = was?.mu !== is?.mu || was?.ciLb !== is?.ciLb || was?.ciUb !== is?.ciUb;
    return isMoved ? [changeOf(`${groupName(key)}: `, was, is, after)] : [];
  });
  return {
    parts: changes.flatMap(({ parts }) => parts),
    conclusionChanged: changes.some(({ conclusionChanged }) => conclusionChanged),
  };
}

function changeOf(prefix: string, was: Pooled | null, is: Pooled | null, { measure, model }: Analysis): Change {
  const { short } = measure;
  if (!is) return { parts: was ? [`${prefix}no result any more`] : [], conclusionChanged: was !== null };
  const now = estimateText(is.mu, measure);
  if (!was) return { parts: [`${prefix}${short} ${now}, no result before`], conclusionChanged: true };
  const conclusionChanged = includesNoEffect(was) !== includesNoEffect(is);
  const conclusion = includesNoEffect(is) ? "includes no effect" : "excludes no effect";
  const I2 = fromTo(percent(was), percent(is));
  return {
    parts: [
      `${prefix}${short} ${fromTo(estimateText(was.mu, measure), now)}`,
      `${levelPercent(model.level)} CI ${conclusionChanged ? "now" : "still"} ${conclusion}`,
      ...(was.heterogeneity || is.heterogeneity ? [`I² ${I2}`] : []),
    ],
    conclusionChanged,
  };
}

function percent({ heterogeneity }: Pooled): string {
  return heterogeneity ? formatPercent(heterogeneity.I2) : "none";
}

function fromTo(was: string, is: string): string {
  return was === is ? `stays ${is}` : `from ${was} to ${is}`;
}
