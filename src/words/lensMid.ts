import type { NullReason } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { LensReading, MidReading } from "../model/lens";
import { digitsOf, formatNumber } from "./number";
import { levelPercent } from "./phrase";

/** Where a new setting's effect is expected, in three parts of a bar. */
export interface MidPart {
  readonly side: "better" | "between" | "worse";
  /** From 0 to 1; the three sum to 1. */
  readonly share: number;
  readonly percent: string;
  readonly label: string;
}

/** "71%"; never "0%" or "100%" for what is only near them. */
export function chance(share: number): string {
  if (share < 0.01) return share === 0 ? "0%" : "< 1%";
  if (share > 0.99) return share === 1 ? "100%" : "> 99%";
  return `${formatNumber(100 * share, 0)}%`;
}

/** "0.83 SMD (1.50 points)": the difference as it is used. */
export function midText({ measure, mid }: LensReading): string {
  if (!mid) return "";
  const own = `${measure.short} ${formatNumber(mid.value, digitsOf(measure))}`;
  return mid.points === null ? own : `${own} (${pointsText(mid.points)} points)`;
}

/** Where the difference comes from. */
export function midSource({ origin, source }: MidReading): string {
  return origin === "dataset" ? `From the dataset: ${source}.` : "As you set it.";
}

/** The parts of the bar, or null where no probability can be given. */
export function midParts({ newSetting }: MidReading): readonly MidPart[] | null {
  if ("reason" in newSetting) return null;
  const part = (side: MidPart["side"], share: number, label: string): MidPart => ({
    side,
    share,
    percent: chance(share),
    label,
  });
  return [
    part("better", newSetting.better, "better by at least this"),
    part("between", newSetting.between, "less than this either way"),
    part("worse", newSetting.worse, "worse by at least this"),
  ];
}

const NO_CHANCE: Readonly<Record<NullReason, (many: string) => string>> = {
  "needs-two-studies": (many) => `A new setting can be foretold from two ${many} or more.`,
  "needs-three-studies": (many) => `With this prediction interval a new setting can be foretold from three ${many}.`,
  "common-effect-model": () =>
    "The common-effect model assumes one true effect everywhere: a random-effects model gives the chance in a new setting.",
};

/** How the result stands to the difference, sentence by sentence. */
export function midSentences(reading: LensReading, descriptor: Descriptor): readonly string[] {
  const { mid, pooled } = reading;
  if (!mid || !pooled) return [];
  const { many } = descriptor.studyNoun;
  const { newSetting, share } = mid;
  return [
    averageSentence(reading, mid.threshold),
    ...("reason" in newSetting ? [NO_CHANCE[newSetting.reason](many)] : []),
    ...(share === null
      ? []
      : [
          `Of the true effects in settings like these ${many}’, an estimated ${chance(share)} are better by at least this.`,
        ]),
  ];
}

/** The average effect is told from its interval alone; where that holds the difference, nothing is claimed. */
function averageSentence({ pooled, level }: LensReading, threshold: number): string {
  if (!pooled) return "";
  const { ciLb, ciUb } = pooled;
  const interval = `${levelPercent(level)} CI of the average effect`;
  if (ciUb <= -threshold || ciLb >= threshold) return `The whole ${interval} is at least this large.`;
  if (ciLb > -threshold && ciUb < threshold) return `The whole ${interval} is smaller than this.`;
  return `The ${interval} holds differences that matter and differences that do not.`;
}

function pointsText(points: number): string {
  return formatNumber(points, Number.isInteger(points) ? 0 : 1);
}
