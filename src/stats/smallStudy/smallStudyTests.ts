import type { Measure } from "../../model/measure";
import { asymmetryTestFor } from "../../model/smallStudy";
import type { ArmData, CountsData } from "../../model/study";
import type { RegressionOptions } from "../regression/regression";
import { begg, type RankTest } from "./begg";
import { egger } from "./egger";
import { eggerMixed } from "./eggerMixed";
import { harbord } from "./harbord";
import { type LimitMeta, limitMeta } from "./limitMeta";
import type { LineTest } from "./lineTest";
import { type OddsRatioStudy, peters } from "./peters";
import { type PetPeese, petPeese } from "./petPeese";
import { pustejovskyRodgers, type SmdStudy } from "./pustejovskyRodgers";
import type { AnswerOrReason } from "./reason";

/** A study as the analysis has it: its effect, and the arms that it came from. */
export interface SmallStudy {
  /** On the analysis scale (log for ratios), with its sampling variance > 0. */
  readonly yi: number;
  readonly vi: number;
  readonly data: ArmData;
  /** True where the sign of yi was turned, so that it is not the sign that the arms give. */
  readonly flipped: boolean;
}

/** Every test of small-study effects, and every effect adjusted for them. */
export interface SmallStudyTests {
  /** The test made for this measure: Egger's own is biased where a standard error contains the effect. */
  readonly preferred: ReturnType<typeof asymmetryTestFor>;
  readonly egger: AnswerOrReason<LineTest>;
  readonly eggerMixed: AnswerOrReason<LineTest>;
  readonly begg: AnswerOrReason<RankTest>;
  readonly harbord: AnswerOrReason<LineTest>;
  readonly peters: AnswerOrReason<LineTest>;
  readonly pustejovskyRodgers: AnswerOrReason<LineTest>;
  readonly petPeese: AnswerOrReason<PetPeese>;
  readonly limitMeta: AnswerOrReason<LimitMeta>;
}

/**
 * All tests and adjustments for small-study effects that suit the measure; the others say why they have no answer.
 *
 * @param studies k >= 1 studies that are pooled.
 * @param options of the mixed-effects test, and the method of tau2 for the limit meta-analysis.
 * @throws RangeError as `requireStudies`, or unless 0 < level < 1.
 *
 * Which test for which measure: Sterne et al. (2011), BMJ 343:d4002, doi:10.1136/bmj.d4002; SMD: Pustejovsky & Rodgers
 * (2019), doi:10.1002/jrsm.1332.
 */
export function smallStudyTests(
  studies: readonly SmallStudy[],
  measure: Measure,
  options: RegressionOptions,
): SmallStudyTests {
  const { method, level } = options;
  const yi = studies.map((study) => study.yi);
  const vi = studies.map((study) => study.vi);
  return {
    preferred: asymmetryTestFor(measure),
    egger: egger(yi, vi, level),
    eggerMixed: eggerMixed(yi, vi, options),
    begg: begg(yi, vi),
    ...eventTests(studies, measure, level),
    pustejovskyRodgers: smdTest(studies, measure, level),
    petPeese: petPeese(yi, vi, level),
    limitMeta: limitMeta(yi, vi, { method, level }),
  };
}

function isOddsRatio(measure: Measure): boolean {
  return measure === "OR" || measure === "PETO";
}

function eventTests(
  studies: readonly SmallStudy[],
  measure: Measure,
  level: number,
): Pick<SmallStudyTests, "harbord" | "peters"> {
  if (!isOddsRatio(measure)) {
    return { harbord: { reason: "not-for-this-measure" }, peters: { reason: "not-for-this-measure" } };
  }
  const withTables: OddsRatioStudy[] = [];
  for (const { yi, data, flipped } of studies) {
    if (data.kind === "counts") withTables.push({ yi, table: flipped ? turned(data) : data });
  }
  if (withTables.length < studies.length) {
    return { harbord: { reason: "needs-counts" }, peters: { reason: "needs-counts" } };
  }
  return {
    harbord: harbord(
      withTables.map(({ table }) => table),
      level,
    ),
    peters: peters(withTables, level),
  };
}

/** The table with events and non-events exchanged, whose odds ratio is the reciprocal. */
function turned({ kind, ai, n1i, ci, n2i }: CountsData): CountsData {
  return { kind, ai: n1i - ai, n1i, ci: n2i - ci, n2i };
}

function smdTest(
  studies: readonly SmallStudy[],
  measure: Measure,
  level: number,
): SmallStudyTests["pustejovskyRodgers"] {
  if (measure !== "SMD") return { reason: "not-for-this-measure" };
  const sized: SmdStudy[] = [];
  for (const { yi, vi, data } of studies) {
    const { n1i, n2i } = data;
    if (n1i !== null && n2i !== null) sized.push({ yi, vi, n1i, n2i });
  }
  if (sized.length < studies.length) return { reason: "needs-arm-sizes" };
  return pustejovskyRodgers(sized, level);
}
