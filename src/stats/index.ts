// Distributions

// For the clinic
export { type AbsoluteEffect, absoluteEffect } from "./clinic/absoluteEffect";
export { type NumberNeeded, numberNeeded } from "./clinic/numberNeeded";
export { type PredictiveShares, predictiveShares } from "./clinic/predictive";
export { type RiskMeasure, riskFrom } from "./clinic/riskFrom";
export { type EffectsDistribution, type Share, shareOfEffects } from "./clinic/shareOfEffects";
export { type OddsRatioRule, smdToLogOddsRatio, smdToRisk, smdToScale, smdToSuperiority } from "./clinic/smd";
// Pooling
export { type CommonTau2Fit, subgroupsWithCommonTau2 } from "./commonTau2";
// What papers report, converted to what effects need
export { combineArms } from "./convert/combineArms";
export { type ConversionReason, type Converted, isReason } from "./convert/converted";
export { effectFromInterval, effectFromLogRank, effectFromP, effectFromSe } from "./convert/effectFrom";
export { type MeanAndSd, meanAndSdFromQuantiles, type QuantileSummary } from "./convert/fromQuantiles";
export { correlationFromSds, sdFromSe, sdFromSeOfDifference, sdOfChange } from "./convert/sd";
export { seFromInterval, seFromP, seFromStatistic } from "./convert/se";
export { type Skewness, skewness } from "./convert/skewness";
export { pchisq, qchisq } from "./distributions/chiSquared";
export type { Tail, Tails } from "./distributions/domain";
export { pf, qf } from "./distributions/fisherF";
export { pnorm, qnorm } from "./distributions/normal";
export { pt, qt } from "./distributions/studentT";
// Effects from a study's data
export { type ChangeData, type ChangeMeasure, changeEffect } from "./escalc/changeEffect";
export { countsEffect } from "./escalc/countsEffect";
export type { Effect, EffectOrReason } from "./escalc/effect";
export { escalc } from "./escalc/escalc";
export { meansEffect } from "./escalc/meansEffect";
export {
  type ProportionData,
  type ProportionMeasure,
  proportionEffect,
  proportionOfDoubleArcsine,
} from "./escalc/proportion";
export { type RatesData, type RatesMeasure, ratesEffect } from "./escalc/ratesEffect";
export {
  type CorrelationData,
  correlationEffect,
  type MeanData,
  meanEffect,
  type RateData,
  type RateMeasure,
  rateEffect,
} from "./escalc/singleGroup";
export {
  HALF_KEEPING_DOUBLE_ZEROS,
  HALF_WHERE_ZERO,
  type ZeroCells,
  type ZeroEvents,
  type ZeroRule,
} from "./escalc/zeroCells";
// Every subset, every choice
export { type GoshCounts, mergeCounts, studyBins } from "./gosh/counts";
export { goshExhaustive, MAX_EXHAUSTIVE, type Part } from "./gosh/exhaustive";
export { goshPoints } from "./gosh/points";
export { type Draw, goshRandom } from "./gosh/random";
export { type Axis, type GoshModel, type GoshProgress, type GoshRequest, goshAxes } from "./gosh/request";
export { type Inference, inference } from "./guards";
// Influence of single studies
export { type BaujatPoint, baujat } from "./influence/baujat";
export { type CaseDiagnostics, caseDiagnostics } from "./influence/caseDiagnostics";
export { cumulative } from "./influence/cumulative";
export { type LabbePoint, labbe } from "./influence/labbe";
export { leaveOneOut } from "./influence/leaveOneOut";
export { type Radial, radial } from "./influence/radial";
export { confidenceInterval, type Interval } from "./interval";
export { centredQ, tau2DLAbout } from "./mantelHaenszel/centredQ";
export { mantelHaenszel } from "./mantelHaenszel/mantelHaenszel";
export { type PetoFit, peto } from "./mantelHaenszel/peto";
export type { PooledTables, TablesReason } from "./mantelHaenszel/pooledTables";
export { poolReady, poolTables, type ReadyTable, readyTable, type TablesOptions } from "./mantelHaenszel/poolTables";
export type { RiskDifferenceVariance } from "./mantelHaenszel/riskDifference";
// Effects that depend on each other
export type { DependenceReason, DependentEffects } from "./multilevel/dependentEffects";
export {
  type RobustMean,
  type RobustOptions,
  type RobustType,
  robustMean,
  robustWeightedMean,
} from "./multilevel/robustMean";
export { type Levels, type ThreeLevelFit, type ThreeLevelOptions, threeLevel } from "./multilevel/threeLevel";
export type { WorkingModel } from "./multilevel/workingModel";
export { intervalFinder } from "./multiverse/intervalFinder";
export { type Multiverse, multiverse } from "./multiverse/multiverse";
export {
  type EffectSet,
  type MultiverseRequest,
  predictionAt,
  type Universe,
  type UniversePrediction,
  type UniversePredictions,
  type Universes,
  universeAt,
} from "./multiverse/universe";
export { type Choice, type ChoiceWeight, countConclusions, weighChoices } from "./multiverse/weighChoices";
export { type Fit, pool, poolAt } from "./pool";
export { type QProfile, qProfile } from "./qProfile";
// Meta-regression
export { type Design, type DesignColumn, type DesignTerm, designOf, type Moderator, rowAt } from "./regression/design";
export { metaRegression } from "./regression/metaRegression";
export { testColumns } from "./regression/moderatorTest";
export {
  type PermutationProgress,
  type PermutationRequest,
  type PermutationTest,
  permutationTest,
} from "./regression/permutationTest";
export { type Prediction, predictAt } from "./regression/predictAt";
export type {
  Coefficient,
  R2Reason,
  Regression,
  RegressionOptions,
  RegressionReason,
  RegressionTest,
} from "./regression/regression";
export { type ModeratedFit, regressOn } from "./regression/regressOn";
// Selection models
export {
  type EstimatedSelection,
  type EstimatedSelectionReason,
  type EstimatedWeight,
  selectionByEstimatedWeights,
} from "./selection/estimatedWeights";
export { type SelectionOptions, selectionByGivenWeights } from "./selection/givenWeights";
export type { SelectionFit } from "./selection/selectionFit";
export { type Alternative, VEVEA_WOODS, type VeveaWoods, type WeightFunction } from "./selection/weightFunction";
// Small-study effects
export type { RankTest } from "./smallStudy/begg";
export type { LimitMeta, PartOfQ } from "./smallStudy/limitMeta";
export type { Estimate, LineTest } from "./smallStudy/lineTest";
export type { PetPeese } from "./smallStudy/petPeese";
export type { AnswerOrReason } from "./smallStudy/reason";
export { type SmallStudy, type SmallStudyTests, smallStudyTests } from "./smallStudy/smallStudyTests";
export { subgroupDifference } from "./subgroupDifference";
export { type NoTau2Error, seOfTau2 } from "./tau2/standardError";
export { TAU2 } from "./tau2/tau2";
// Trim and fill
export { missingSide, type Side } from "./trimFill/missingSide";
export type { MissingEstimator } from "./trimFill/missingStudies";
export {
  type FilledStudy,
  type TrimFill,
  type TrimFillOptions,
  trimFill,
} from "./trimFill/trimFill";
