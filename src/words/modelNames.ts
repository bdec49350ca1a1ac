import type { Predint, SmdVariance, Test, Weighting } from "../model/poolingModel";

// Apart from their explanations in `terms.ts`: the first figure's caption needs the names alone.

export const TEST_NAMES: Readonly<Record<Test, string>> = {
  z: "Wald",
  t: "Wald, t(k − 1)",
  knha: "Hartung-Knapp",
  adhoc: "Hartung-Knapp, at least Wald’s SE",
  wider: "Hartung-Knapp or Wald, the wider",
};

export const PREDINT_NAMES: Readonly<Record<Predint, string>> = {
  z: "Normal",
  V: "t(k − 1)",
  HTS: "t(k − 2)",
  HK: "Hartung-Knapp, t(k − 1)",
  "HK-PR": "Hartung-Knapp, t(k − 2)",
};

export const SMD_VARIANCE_NAMES: Readonly<Record<SmdVariance, string>> = {
  LS: "Large-sample variance",
  UB: "Unbiased variance",
  RevMan: "RevMan variance",
};

export const WEIGHTING_NAMES: Readonly<Record<Weighting, string>> = {
  IV: "Inverse variance",
  MH: "Mantel-Haenszel",
};
