import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { isAcrossTime } from "../model/selection";
import type { Row } from "../model/study";
import { figureTitle } from "./caption";
import { lowerFirst } from "./phrase";
import { areAlone } from "./rAnswer";
import { commented, dataFrame, type PooledStudy, pooledStudies } from "./rData";
import { effectLines } from "./rEffects";
import { commonTau2Lines, fitCall, fitLines, predictCall } from "./rFit";

/**
 * A script for R that gives the analysis's numbers by metafor, its data within it: the pooled result as `res`, its
 * prediction interval as `pi`, groups as `groups` and the test between them as `between`. On the analysis scale, with
 * ratios exponentiated beside. Empty where nothing is pooled.
 *
 * @param fitsSingle makes `fit` take a single study too, for what is added to the script.
 */
export function rCall(
  analysis: Analysis,
  descriptor: Descriptor,
  rowOf: (id: number) => Row,
  version: string,
  fitsSingle = false,
): string {
  const { measure, model, groups, overall } = analysis;
  const studies = pooledStudies(analysis, rowOf);
  if (studies.length === 0) return "";
  const hasSingle = fitsSingle || overall?.k === 1 || groups.some(({ pooled }) => pooled?.k === 1);
  const isTurned = studies.some(({ result }) => result.flipped);
  return [
    ...headLines(analysis, descriptor, version, studies),
    "library(metafor)",
    "",
    dataFrame(analysis, studies),
    ...effectLines(measure.measure, model),
    ...(isTurned ? ["dat$yi <- dat$turn * dat$yi # scales that run the other way"] : []),
    "",
    ...fitLines(model, measure.measure, hasSingle),
    "",
    ...(overall ? overallLines(analysis) : []),
    ...groupLines(analysis),
  ].join("\n");
}

function headLines(
  analysis: Analysis,
  { arms, figureNote, studyNoun }: Descriptor,
  version: string,
  studies: readonly PooledStudy[],
): readonly string[] {
  const out = analysis.studies.length - studies.length;
  const left = out > 0 ? ` (${out} of ${analysis.studies.length} ${studyNoun.many} are in no result and left out)` : "";
  return [
    `${figureTitle(analysis)}: ${arms.intervention} against ${lowerFirst(arms.control)}${left}`,
    ...(figureNote === "" ? [] : [figureNote]),
    `Written by Understory ${version} for R with metafor 3.8 or later`,
  ].map(commented);
}

function overallLines({ measure, model }: Analysis): readonly string[] {
  const predict = predictCall(model, "dat");
  const shown = predict === null ? "res$ci.lb, res$ci.ub" : "res$ci.lb, res$ci.ub, pi$pi.lb, pi$pi.ub";
  return [
    `res <- ${fitCall(model, "dat")}`,
    "res",
    ...(predict === null ? [] : [`pi <- ${predict}`, "c(pi$pi.lb, pi$pi.ub) # prediction interval"]),
    ...(measure.scale === "log" ? [`exp(c(res$beta, ${shown})) # as ratios`] : []),
  ];
}

function groupLines(analysis: Analysis): readonly string[] {
  const { groups, model, selection } = analysis;
  const k = groups.filter(({ pooled }) => pooled !== null).length;
  if (k === 0) return [];
  const apart = isAcrossTime(selection);
  if (model.groupTau2 === "common" && k > 1 && !apart) {
    if (areAlone(groups))
      return ["", "# Groups of one study each have no tau2 to share, which metafor needs: they are not here"];
    return ["", "# Groups, with one tau2", ...commonTau2Lines(model)];
  }
  const predict = predictCall(model, "d");
  const least = model.predint === "HTS" || model.predint === "HK-PR" ? 2 : 1;
  return [
    "",
    "# Groups",
    `groups <- lapply(split(dat, dat$group), function(d) ${fitCall(model, "d")})`,
    "groups",
    ...(predict === null ? [] : [`lapply(split(dat, dat$group), function(d) if (nrow(d) > ${least}) ${predict})`]),
    ...(k < 2 || apart ? [] : BETWEEN),
  ];
}

const BETWEEN = [
  "between <- rma(",
  '  sapply(groups, function(g) g$beta[1]), sei = sapply(groups, function(g) g$se), method = "EE"',
  ")",
  "c(Q = between$QE, p = between$QEp) # difference between groups",
];
