import { MEASURES, type Measure } from "../../model/measure";
import type {
  GroupTau2,
  Method,
  PoolingModel,
  Predint,
  Preset,
  SmdVariance,
  Test,
  Weighting,
  ZeroCellRule,
} from "../../model/poolingModel";
import type { Filter } from "../../model/selection";
import { type Chosen, VIEWS, type View } from "../appState";
import { analysesParam } from "./analysesParam";
import { LENS_PARAMS } from "./lensParams";
import { LOOK_PARAMS } from "./lookParams";

/** What a link holds beside the dataset's id. */
export interface Linked extends Chosen {
  readonly view: View;
}

/** One key of the address: its texts for a state, and the state with those texts taken in; null if they mean nothing. */
export interface Param {
  readonly format: (state: Linked) => readonly string[];
  readonly parse: (texts: readonly string[], state: Linked) => Linked | null;
}

const PRESETS: readonly Preset[] = ["published", "cochrane", "custom"];
export const METHODS: readonly Method[] = ["EE", "REML", "DL", "PM", "ML", "EB", "HE", "HS", "SJ"];
export const TESTS: readonly Test[] = ["z", "t", "knha", "adhoc", "wider"];
export const PREDINTS: readonly Predint[] = ["z", "V", "HTS", "HK", "HK-PR"];
export const SMD_VARIANCES: readonly SmdVariance[] = ["LS", "UB", "RevMan"];
export const ZERO_CELL_RULES: readonly ZeroCellRule[] = ["only0", "all", "treatment-arm", "none"];
export const GROUP_TAU2: readonly GroupTau2[] = ["separate", "common"];
export const WEIGHTINGS: readonly Weighting[] = ["IV", "MH"];
export const LEVELS: readonly number[] = [0.9, 0.95, 0.99];

const NONE = "none";
const ALL = "all";

/** Every key but `data` and the filters, in the order in which a link shows them. */
export const PARAMS: Readonly<Record<string, Param>> = {
  outcome: text(
    (s) => s.selection.outcome,
    (s, outcome) => ({ ...s, selection: { ...s.selection, outcome } }),
  ),
  timepoint: text(
    (s) => s.selection.timepoint,
    (s, timepoint) => ({ ...s, selection: { ...s.selection, timepoint } }),
  ),
  without: {
    format: (s) => s.selection.hiddenComparators,
    parse: (hiddenComparators, s) => ({ ...s, selection: { ...s.selection, hiddenComparators } }),
  },
  compare: text(
    (s) => s.selection.compareBy ?? NONE,
    (s, by) => ({ ...s, selection: { ...s.selection, compareBy: by === NONE ? null : by } }),
  ),
  thenby: text(
    (s) => s.selection.thenBy ?? NONE,
    (s, by) => ({ ...s, selection: { ...s.selection, thenBy: by === NONE ? null : by } }),
  ),
  exclude: {
    format: (s) => s.selection.excluded,
    parse: (excluded, s) => ({ ...s, selection: { ...s.selection, excluded } }),
  },
  measure: choice(
    [...(Object.keys(MEASURES) as Measure[]), ALL],
    (s) => s.selection.measure ?? ALL,
  )((s, measure) => ({
    ...s,
    selection: { ...s.selection, measure: measure === ALL ? null : (measure as Measure) },
  })),
  // A custom model is of inverse variance unless the link says more, whatever the dataset's own model is.
  model: choice(
    PRESETS,
    (s) => s.preset,
  )((s, preset) => ({
    ...{ ...s, preset },
    custom: preset === "custom" ? { ...s.custom, weighting: "IV" } : s.custom,
  })),
  method: custom(METHODS, (m) => m.method)((m, method) => ({ ...m, method })),
  test: custom(TESTS, (m) => m.test)((m, test) => ({ ...m, test })),
  prediction: custom(PREDINTS, (m) => m.predint)((m, predint) => ({ ...m, predint })),
  level: custom(LEVELS.map(String), (m) => String(m.level))((m, level) => ({ ...m, level: Number(level) })),
  variance: custom(SMD_VARIANCES, (m) => m.smdVariance)((m, smdVariance) => ({ ...m, smdVariance })),
  zeros: custom(ZERO_CELL_RULES, (m) => m.zeroCells)((m, zeroCells) => ({ ...m, zeroCells })),
  grouptau: custom(GROUP_TAU2, (m) => m.groupTau2)((m, groupTau2) => ({ ...m, groupTau2 })),
  weighting: {
    format: (s) => (s.preset === "custom" && s.custom.weighting !== "IV" ? [s.custom.weighting] : []),
    parse: choice(
      WEIGHTINGS,
      (s) => s.custom.weighting,
    )((s, weighting) => {
      return { ...s, custom: { ...s.custom, weighting } };
    }).parse,
  },
  view: choice(VIEWS, (s) => s.view)((s, view) => ({ ...s, view })),
  ...LOOK_PARAMS,
  analyses: analysesParam({ method: METHODS, test: TESTS }),
  ...LENS_PARAMS,
};

const RANGE = /^(-?[\d.]+(?:e-?\d+)?)\.\.(-?[\d.]+(?:e-?\d+)?)$/;

/** A filter as texts: "2015..2020" for a range, else one text per value kept. */
export function formatFilter(filter: Filter): readonly string[] {
  return filter.kind === "range" ? [`${filter.min}..${filter.max}`] : filter.values;
}

/** The filter that `formatFilter` wrote. */
export function parseFilter(texts: readonly string[]): Filter {
  const range = texts.length === 1 ? RANGE.exec(texts[0] ?? "") : null;
  return range ? { kind: "range", min: Number(range[1]), max: Number(range[2]) } : { kind: "values", values: texts };
}

function text(get: (s: Linked) => string, set: (s: Linked, value: string) => Linked): Param {
  return {
    format: (s) => [get(s)],
    parse: ([value], s) => (value === undefined ? null : set(s, value)),
  };
}

/** A choice within the custom model: in the link, whole, only while that model is on. */
function custom<T extends string>(allowed: readonly T[], get: (model: PoolingModel) => T) {
  return (set: (model: PoolingModel, value: T) => PoolingModel): Param => {
    const param = choice(allowed, (s) => get(s.custom))((s, value) => ({ ...s, custom: set(s.custom, value) }));
    return { ...param, format: (s) => (s.preset === "custom" ? param.format(s) : []) };
  };
}

function choice<T extends string>(allowed: readonly T[], get: (s: Linked) => T) {
  return (set: (s: Linked, value: T) => Linked): Param => ({
    format: (s) => [get(s)],
    parse: ([value], s) => {
      const known = allowed.find((a) => a === value);
      return known === undefined ? null : set(s, known);
    },
  });
}
