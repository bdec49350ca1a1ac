import { appliedModel } from "../../model/appliedModel";
import { AUDIT_QUANTITIES, type AuditQuantity, type AuditReason } from "../../model/audit";
import type { ExportedEstimate } from "../../model/exportedAnalysis";
import type { PoolingModel, Predint, SmdVariance, Test, ZeroCellRule } from "../../model/poolingModel";
import type { Result, Under } from "./resultUnder";

const RESIDUE = 1e-5; // up to which a tau2 is one that an iteration for 0 left behind

/** What is known of a part when its differences are to be explained. */
export interface Known {
  readonly under: Under;
  readonly ours: Result;
  readonly exported: ExportedEstimate;
}

/** A computation that another program may have done instead of ours. */
export interface Alternative {
  readonly reason: AuditReason;
  /** The quantities that it can change. */
  readonly quantities: readonly AuditQuantity[];
  /** What to compute by, or null where the settings leave no room for it. */
  readonly change: (
    known: Known,
  ) => (Partial<Omit<Under, "model">> & { readonly model?: Partial<PoolingModel> }) | null;
  /** The number, where it is not the changed result's own. */
  readonly read?: (result: Result, known: Known) => number | null;
}

const CI: readonly AuditQuantity[] = ["ciLb", "ciUb"];
const PI: readonly AuditQuantity[] = ["piLb", "piUb"];
const TEST: readonly AuditQuantity[] = ["statistic", "pval"];
const AFTER_TAU2: readonly AuditQuantity[] = ["estimate", ...CI, ...PI, "I2", ...TEST];
const FIT: readonly AuditQuantity[] = [...AFTER_TAU2, "tau2"];

/** Every alternative, the likelier ones first. */
export const ALTERNATIVES: readonly Alternative[] = [
  {
    reason: "wald-p",
    quantities: TEST,
    change: ({ under }) => (under.model.test === "knha" ? by({ test: "z" }) : null),
  },
  {
    reason: "no-t-for-one",
    quantities: ["statistic"],
    change: ({ under, ours }) => (under.model.test === "knha" && ours.k === 1 ? {} : null),
    read: () => 0,
  },
  {
    reason: "i2-from-q",
    quantities: ["I2"],
    change: ({ under }) => (isRandom(under) ? {} : null),
    read: ({ I2Q }) => I2Q,
  },
  {
    reason: "tau2-residue",
    quantities: ["tau2"],
    change: (known) => (residue(known) === null ? null : {}),
    read: (_, known) => residue(known),
  },
  {
    reason: "at-their-tau2",
    quantities: AFTER_TAU2,
    change: (known) => {
      const tau2 = residue(known);
      return tau2 === null ? null : { tau2 };
    },
  },
  {
    reason: "dersimonian-laird",
    quantities: FIT,
    change: ({ under }) => (under.model.method === "REML" ? by({ method: "DL" }) : null),
  },
  {
    reason: "reml",
    quantities: FIT,
    change: ({ under }) => (under.model.method === "DL" ? by({ method: "REML", weighting: "IV" }) : null),
  },
  ...(["z", "V", "HTS", "HK", "HK-PR"] as const).map(prediction),
  interval("z", CI),
  ...(["knha", "adhoc", "wider"] as const).map((test) => interval(test, [...CI, ...TEST])),
  ...(["LS", "UB"] as const).map(variance),
  ...(["none", "all", "treatment-arm"] as const).map(zeros),
  {
    reason: "inverse-variance",
    quantities: AUDIT_QUANTITIES,
    change: ({ under }) => (isByTables(under) ? by({ weighting: "IV" }) : null),
  },
  {
    reason: "uncorrected-sums",
    quantities: AUDIT_QUANTITIES,
    change: ({ under }) => (isByTables(under) ? { sums: { exactSums: true } } : null),
  },
  {
    reason: "greenland-robins",
    quantities: [...CI, ...TEST],
    change: ({ under }) =>
      isByTables(under) && under.measure.measure === "RD" ? { sums: { rdVariance: "GreenlandRobins" } } : null,
  },
];

function by(model: Partial<PoolingModel>) {
  return { model };
}

function prediction(predint: Predint): Alternative {
  return {
    reason: `prediction-${predint}`,
    quantities: PI,
    change: ({ under }) => (under.model.predint === predint ? null : by({ predint })),
  };
}

function interval(test: Exclude<Test, "t">, quantities: readonly AuditQuantity[]): Alternative {
  return {
    reason: `interval-${test}`,
    quantities,
    change: ({ under }) => (isRandom(under) && under.model.test !== test ? by({ test }) : null),
  };
}

function variance(smdVariance: Exclude<SmdVariance, "RevMan">): Alternative {
  return {
    reason: `variance-${smdVariance}`,
    quantities: AUDIT_QUANTITIES,
    change: ({ under }) => (under.measure.measure === "SMD" ? by({ smdVariance }) : null),
  };
}

function zeros(zeroCells: Exclude<ZeroCellRule, "only0">): Alternative {
  return {
    reason: `zeros-${zeroCells}`,
    quantities: AUDIT_QUANTITIES,
    change: ({ under }) => (["OR", "RR", "RD"].includes(under.measure.measure) ? by({ zeroCells }) : null),
  };
}

function isRandom({ model }: Under): boolean {
  return model.method !== "EE";
}

function isByTables({ model, measure }: Under): boolean {
  return appliedModel(model, measure.measure).weighting === "MH";
}

/** Their tau2 where it is ours but for what an iteration leaves undone; null elsewhere. */
function residue({ ours, exported: { tau2 } }: Known): number | null {
  if (tau2 === null || ours.tau2 === null || tau2 < 0) return null;
  const isNear = Math.abs(tau2 - ours.tau2) <= RESIDUE * Math.max(1, tau2);
  return isNear && tau2 !== ours.tau2 ? tau2 : null;
}
