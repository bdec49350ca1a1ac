import type { Analysis, Pooled } from "../model/analysis";
import { estimateText, includesNoEffect, rangeText } from "./effectText";
import { groupName } from "./groupsText";
import { formatPercent } from "./number";
import { levelPercent } from "./phrase";

/** One thing that is told of a change: "SMD from −1.74 to −1.52". */
export interface ChangePart {
  readonly kind: "result" | "estimate" | "ci" | "pi" | "I2";
  readonly text: string;
  /** True where a conclusion turned: an interval began or ceased to include no effect or the MID, or a result came or went. */
  readonly turned: boolean;
}

/** What a change of the selection or model did to the result, in words for the strip beside the ghost. */
export interface Change {
  readonly parts: readonly ChangePart[];
  /** True where one of the parts turned. */
  readonly conclusionChanged: boolean;
}

/**
 * What differs between two answers; null where they answer different questions: another outcome, timepoint or
 * measure, or one timepoint against all.
 *
 * @param mid the smallest difference that matters, > 0 on the analysis scale; null where none is known.
 */
export function change(before: Analysis, after: Analysis, mid: number | null): Change | null {
  const isSameQuestion =
    before.selection.outcome === after.selection.outcome &&
    before.selection.timepoint === after.selection.timepoint &&
    before.measure.short === after.measure.short &&
    isAcrossTime(before) === isAcrossTime(after);
  if (!isSameQuestion) return null;
  const pairs =
    before.overall || after.overall ? [["", before.overall, after.overall] as const] : groupPairs(before, after);
  const parts = pairs.flatMap(([prefix, was, is]) => partsOf(prefix, was, is, after, mid));
  return { parts, conclusionChanged: parts.some(({ turned }) => turned) };
}

function isAcrossTime({ selection }: Analysis): boolean {
  return selection.compareBy === "timepoint";
}

/** Without an overall result each group that moved is told apart. */
function groupPairs(before: Analysis, after: Analysis) {
  const keys = [...new Set([...before.groups, ...after.groups].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const was = before.groups.find((g) => g.key === key)?.pooled ?? null;
    const is = after.groups.find((g) => g.key === key)?.pooled ?? null;
    const isMoved = was?.mu !== is?.mu || was?.ciLb !== is?.ciLb || was?.ciUb !== is?.ciUb;
    return isMoved ? [[`${groupName(key)}: `, was, is] as const] : [];
  });
}

function partsOf(
  prefix: string,
  was: Pooled | null,
  is: Pooled | null,
  { measure, model }: Analysis,
  mid: number | null,
): readonly ChangePart[] {
  if (!is) return was ? [{ kind: "result", text: `${prefix}no result any more`, turned: true }] : [];
  const now = estimateText(is.mu, measure);
  if (!was) return [{ kind: "result", text: `${prefix}${measure.short} ${now}, no result before`, turned: true }];
  const estimate = `${prefix}${measure.short} ${fromTo(estimateText(was.mu, measure), now)}`;
  const interval = (kind: "ci" | "pi", name: string, a: Interval, b: Interval): ChangePart => {
    const stand = standing(a, b, mid);
    return { kind, text: `${name} ${rangeText(b.ciLb, b.ciUb, measure)}, ${stand.text}`, turned: stand.turned };
  };
  return [
    { kind: "estimate", text: estimate, turned: false },
    interval("ci", `${levelPercent(model.level)} CI`, was, is),
    ...predictParts(was, is, interval),
    ...(was.heterogeneity || is.heterogeneity
      ? [{ kind: "I2", text: `I² ${fromTo(percent(was), percent(is))}`, turned: false } as const]
      : []),
  ];
}

type Interval = Pick<Pooled, "ciLb" | "ciUb">;

function predictParts(
  was: Pooled,
  is: Pooled,
  tell: (kind: "pi", name: string, a: Interval, b: Interval) => ChangePart,
): readonly ChangePart[] {
  const [a, b] = [was.predint, is.predint].map((pi) => pi && { ciLb: pi.piLb, ciUb: pi.piUb });
  if (a && b) return [tell("pi", "prediction interval", a, b)];
  if (!a && !b) return [];
  return [
    {
      kind: "pi",
      text: b ? "prediction interval where there was none" : "no prediction interval any more",
      turned: false,
    },
  ];
}

/** How an interval stands to no effect and to the MID, and whether it stood otherwise before. */
function standing(
  was: Interval,
  is: Interval,
  mid: number | null,
): { readonly text: string; readonly turned: boolean } {
  const effectTurned = includesNoEffect(was) !== includesNoEffect(is);
  const effect = `${effectTurned ? "now" : "still"} ${includesNoEffect(is) ? "includes" : "excludes"} no effect`;
  const beside = mid === null ? null : besideMid(is, mid);
  if (mid === null || beside === null || beside === besideMid(was, mid)) return { text: effect, turned: effectTurned };
  return { text: `${effect} and ${effectTurned ? "" : "now "}${beside}`, turned: true };
}

const MATTERS = "differences that matter";

/** Where an interval lies beside ±mid; the same words for intervals of the same meaning. */
function besideMid({ ciLb, ciUb }: Interval, mid: number): string {
  if (ciUb <= -mid || ciLb >= mid) return `holds only ${MATTERS}`;
  if (ciLb > -mid && ciUb < mid) return "holds only differences too small to matter";
  return `holds ${MATTERS} and smaller ones`;
}

function percent({ heterogeneity }: Pooled): string {
  return heterogeneity ? formatPercent(heterogeneity.I2) : "none";
}

function fromTo(was: string, is: string): string {
  return was === is ? `stays ${is}` : `from ${was} to ${is}`;
}
