import type { Analysis } from "../model/analysis";
import type { Method, Test } from "../model/poolingModel";
import { quoted } from "./rData";

/** What R's meta calls an interval; it has none of the others. */
const INTERVALS: Readonly<Partial<Record<Test, string>>> = { z: "classic", knha: "HK" };

/** metafor's estimators under meta's names: the common effect has none. */
const ESTIMATORS: readonly Method[] = ["DL", "PM", "REML", "ML", "EB", "HE", "HS", "SJ"];

/** Lines of R that show the overall result once more by the package meta, where that is installed and has the model. */
export function rMeta({ overall, model, measure }: Analysis): readonly string[] {
  const interval = INTERVALS[model.test];
  if (!overall || overall.k < 2 || interval === undefined || model.weighting !== "IV") return [];
  const isRandom = ESTIMATORS.includes(model.method);
  const sm = measure.measure === "GEN" ? "" : measure.measure === "PETO" ? "OR" : measure.measure;
  const options = [
    `sm = ${quoted(sm)}`,
    `level.ma = ${model.level}`,
    `common = ${isRandom ? "FALSE" : "TRUE"}`,
    `random = ${isRandom ? "TRUE" : "FALSE"}`,
    ...(isRandom ? [`method.tau = "${model.method}"`, `method.random.ci = "${interval}"`] : []),
  ];
  return [
    "# The overall result by the package meta, version 7 or later, where it is installed",
    'if (requireNamespace("meta", quietly = TRUE) && packageVersion("meta") >= "7.0.0") {',
    `  print(meta::metagen(dat$yi, sqrt(dat$vi), studlab = dat$slab, ${options.join(", ")}))`,
    "}",
  ];
}
