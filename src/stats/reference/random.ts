import type { Method, Predint } from "../../model/poolingModel";
import type { ReferenceInference } from "./estimators";
import randomLines from "./random.jsonl?raw";

/** The order of the columns of a case. */
export const METHODS = ["EE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM"] as const satisfies readonly Method[];

type Columns<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** A seeded random meta-analysis. */
interface GivenCase extends Columns<"yi" | "vi"> {
  readonly name: string;
  readonly level: number;
  /** By each of `METHODS`; the standard error is Wald's. */
  readonly fits: Columns<"tau2" | "mu" | "se" | "I2" | "H2">;
  readonly Q: number;
  readonly QEp: number;
  /** Two of the methods with every interval at the level. */
  readonly full: readonly {
    readonly method: Method;
    readonly tests: Readonly<Record<"z" | "t" | "knha" | "adhoc", Omit<ReferenceInference, "df">>>;
    readonly predint: Readonly<Record<Predint, { readonly piLb: number; readonly piUb: number } | null>>;
  }[];
  /** Lower and upper limit, by the Q-profile. */
  readonly profile: Columns<"tau2" | "tau" | "I2" | "H2">;
  /** Methods whose fit by metafor's own settings is an error. */
  readonly failing: readonly Method[];
  /** Methods that metafor's own start leads to another tau2. */
  readonly astray: readonly Method[];
  /** Numbers that are not metafor's, which has lost digits of them, but the formula's. */
  readonly lost: readonly string[];
}

/** One whose effects are those of arms; arms without an effect are left out. */
interface ArmsCase extends GivenCase {
  readonly measure: "OR" | "RR" | "RD" | "PETO" | "SMD" | "MD";
  readonly arms: readonly Readonly<Record<string, number>>[];
}

export type RandomCase = GivenCase | ArmsCase;

/** Made by random.R, one case a line. */
export const RANDOM: readonly RandomCase[] = randomLines
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
