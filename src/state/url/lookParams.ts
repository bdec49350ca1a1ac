import type { FunnelAxis, Look, Sort } from "../../model/look";
import { FILL_ESTIMATORS, FILL_SIDES, type FillChoice } from "../../model/smallStudy";
import { SUBSET_SPREADS, type SubsetRegion } from "../../model/subsets";
import type { Param } from "./params";

const NONE = "none";
const FUNNEL_AXES: readonly FunnelAxis[] = ["se", "precision", "size"];
const DENSITIES: readonly Look["density"][] = ["roomy", "compact"];

/** How the figures are drawn, as keys of the address. */
export const LOOK_PARAMS: Readonly<Record<string, Param>> = {
  sort: one("sort", (sort) => (sort === null ? NONE : `${sort.by}${sort.descending ? " desc" : ""}`), parseSort),
  columns: {
    format: ({ look: { columns } }) => (columns?.length === 0 ? [NONE] : (columns ?? [])),
    parse: (columns, s) => ({ ...s, look: { ...s.look, columns: columns[0] === NONE ? [] : columns } }),
  },
  closed: {
    format: ({ look }) => look.collapsed,
    parse: (collapsed, s) => ({ ...s, look: { ...s.look, collapsed } }),
  },
  density: one("density", String, (text) => DENSITIES.find((density) => density === text)),
  axis: one("range", (range) => (range === null ? NONE : range.join("..")), parseRange),
  favours: {
    format: ({ look }) => look.favours ?? [],
    parse: ([lower, higher], s) =>
      lower === undefined || higher === undefined ? null : { ...s, look: { ...s.look, favours: [lower, higher] } },
  },
  pooledline: onOff("pooledLine"),
  mid: onOff("midBand"),
  tau: onOff("tauBands"),
  precision: one("funnelAxis", String, (text) => FUNNEL_AXES.find((axis) => axis === text)),
  colour: one("colourBy", (column) => column ?? NONE, columnOrNone),
  trimfill: onOff("trimFill"),
  same: onOff("sameTrials"),
  moderator: one("moderator", (column) => column ?? NONE, columnOrNone),
  joinby: one("joinBy", (by) => by ?? NONE, columnOrNone),
  fill: filling("estimator", FILL_ESTIMATORS),
  fillside: filling("side", FILL_SIDES),
  subsets: one("subsetSpread", String, (text) => SUBSET_SPREADS.find((spread) => spread === text)),
  region: one("subsetRegion", formatRegion, parseRegion),
  split: one("subsetStudy", (study) => study ?? NONE, columnOrNone),
};

/** One text for one field; what cannot be parsed is undefined. */
function one<Key extends keyof Look>(
  key: Key,
  format: (value: Look[Key]) => string,
  parse: (text: string) => Look[Key] | undefined,
): Param {
  return {
    format: ({ look }) => [format(look[key])],
    parse: ([text], s) => {
      const value = text === undefined ? undefined : parse(text);
      return value === undefined ? null : { ...s, look: { ...s.look, [key]: value } };
    },
  };
}

function onOff(key: "pooledLine" | "midBand" | "tauBands" | "trimFill" | "sameTrials"): Param {
  const parse = (text: string) => (text === "on" ? true : text === "off" ? false : undefined);
  return one(key, (isOn) => (isOn ? "on" : "off"), parse);
}

function filling<Key extends keyof FillChoice>(key: Key, known: readonly FillChoice[Key][]): Param {
  return {
    format: ({ look: { fill } }) => [fill[key]],
    parse: ([text], s) => {
      const value = known.find((one) => one === text);
      return value === undefined ? null : { ...s, look: { ...s.look, fill: { ...s.look.fill, [key]: value } } };
    },
  };
}

function columnOrNone(text: string): string | null {
  return text === NONE ? null : text;
}

function parseSort(text: string): Sort | null {
  if (text === NONE) return null;
  const by = text.replace(/ desc$/, "");
  return { by, descending: by !== text };
}

/** "-1.5..-0.5 20..80": estimates, and what they are drawn against. */
function formatRegion(region: SubsetRegion | null): string {
  return region === null ? NONE : `${region.estimate.join("..")} ${region.spread.join("..")}`;
}

function parseRegion(text: string): SubsetRegion | null | undefined {
  if (text === NONE) return null;
  const [estimate, spread, ...more] = text.split(" ").map(parseRange);
  return estimate && spread && more.length === 0 ? { estimate, spread } : undefined;
}

function parseRange(text: string): readonly [number, number] | null | undefined {
  if (text === NONE) return null;
  const [min, max, ...more] = text.split("..").map(Number);
  const isRange = min !== undefined && max !== undefined && more.length === 0 && min < max;
  return isRange && Number.isFinite(min) && Number.isFinite(max) ? [min, max] : undefined;
}
