import { excerpt } from "../../data/excerpt";
import type { OutcomeInfo } from "../../model/descriptor";
import type { Finding } from "../../model/finding";
import { found, setCell } from "./found";
import { type Check, groupBy, type PlacedRow, type Slips } from "./slips";
import { rounded } from "./spreadsDisagree";
import { figure, listed, studyNames } from "./text";

/** How unequal the halves of an interval may be, as a share of its width. */
const SKEW = 0.1;
/** The same where no other scale explains it: the data may have been logarithms of rounded ratios. */
const OFF_CENTRE = 0.2;

interface Interval extends PlacedRow {
  readonly yi: number;
  readonly lb: number;
  readonly ub: number;
  /** What rounding may add to the skew. */
  readonly slack: number;
}

/** Given effects that are not in the middle of their limits, where the analysis expects them. */
export const asymmetricInterval: Check = (slips) =>
  groupBy(intervals(slips), ({ row }) => row.outcome).flatMap((group) => {
    const skewed = group.filter(isSkewed);
    const ratios = skewed.filter(isRatio);
    const lopsided = skewed.filter((one) => !isRatio(one) && skew(one.yi, one.lb, one.ub) > OFF_CENTRE + one.slack);
    return [
      ...(ratios.length > 0 ? [asRatios(slips, ratios, group)] : []),
      ...lopsided.map((interval) => offCentre(slips, interval)),
    ];
  });

function intervals(slips: Slips): Interval[] {
  return slips.placed.flatMap(({ index, row }) => {
    if (row.data.kind !== "given") return [];
    const [yi, lb, ub] = (["yi", "ciLb", "ciUb"] as const).map((column) => rounded(slips.text(index, column)));
    if (!yi || !lb || !ub || !(lb.value < ub.value)) return [];
    const slack = (2 * yi.half + lb.half + ub.half) / (ub.value - lb.value);
    return [{ index, row, yi: yi.value, lb: lb.value, ub: ub.value, slack }];
  });
}

function isSkewed({ yi, lb, ub, slack }: Interval): boolean {
  return skew(yi, lb, ub) > SKEW + slack;
}

/** True where the limits are symmetric once logarithms are taken. */
function isRatio({ yi, lb, ub, slack }: Interval): boolean {
  return lb > 0 && skew(Math.log(yi), Math.log(lb), Math.log(ub)) <= SKEW + slack;
}

function skew(yi: number, lb: number, ub: number): number {
  return Math.abs(ub - yi - (yi - lb)) / (ub - lb);
}

function asRatios(slips: Slips, ratios: readonly Interval[], group: readonly Interval[]): Finding {
  const { outcome } = ratios[0]!.row;
  const { given } = slips.outcome(outcome);
  const ofOutcome = slips.placed.filter(({ row }) => row.outcome === outcome && row.data.kind === "given");
  // An outcome is given on one scale: where all of it can be ratios, all of it is.
  const areAll = group.length === ofOutcome.length && group.every(({ yi, lb }) => yi > 0 && lb > 0);
  const concerned = areAll ? group : ratios;
  const changes = concerned.flatMap(({ index, yi, lb, ub }) => [
    setCell(slips, index, "yi", Math.log(yi)),
    setCell(slips, index, "ciLb", Math.log(lb)),
    setCell(slips, index, "ciUb", Math.log(ub)),
  ]);
  return found(slips, {
    check: "ratios-not-logs",
    severity: "doubtful",
    message: `${studyNames(ratios)}: the confidence limits are symmetric only on the log scale. ${areAll ? `“${excerpt(outcome)}” seems to be` : "They seem to be"} given as ratios, not as logarithms of ratios.`,
    why: "Ratios are pooled as logarithms: as they stand, harm weighs more than benefit, no effect is taken to be 0 instead of 1, and the standard errors are wrong.",
    rows: concerned.map(({ index }) => index),
    columns: ["yi", "ciLb", "ciUb"],
    remedies: [
      {
        id: "take-logs",
        label: "They are ratios: take logarithms",
        changes,
        derivation: concerned.map(
          ({ row, yi, lb, ub }) =>
            `${excerpt(row.studyId)}: log ${figure(yi)} = ${figure(Math.log(yi))}, limits log ${figure(lb)} = ${figure(Math.log(lb))} and log ${figure(ub)} = ${figure(Math.log(ub))}`,
        ),
        sentence: `Effects and limits of ${areAll ? `“${excerpt(outcome)}”` : studyNames(ratios)} were taken as ratios and put on the log scale.`,
        ...(areAll && { given: { outcome, is: onLogScale(given) } }),
      },
    ],
  });
}

function onLogScale(given: OutcomeInfo["given"]): NonNullable<OutcomeInfo["given"]> {
  const isNamed = given !== null && given.name !== "given effect";
  return { ...(isNamed ? given : { name: "ratio", short: "Ratio" }), scale: "log" };
}

function offCentre(slips: Slips, interval: Interval): Finding {
  const { yi, lb, ub } = interval;
  const isUsed = slips.text(interval.index, "vi") === "" && slips.text(interval.index, "sei") === "";
  return found(slips, {
    check: "interval-off-centre",
    severity: isUsed ? "doubtful" : "note",
    message: `${studyNames([interval])}: ${figure(yi)} is not in the middle of its limits ${listed([lb, ub].map(figure))}, on this scale nor on that of logarithms.`,
    why: "One of the three may be mistyped, or the interval was made in another way than the analysis takes it to be.",
    rows: [interval.index],
    columns: ["yi", "ciLb", "ciUb"],
  });
}
