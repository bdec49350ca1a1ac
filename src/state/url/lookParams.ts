import type { FunnelAxis, Look, Sort } from "../../model/look";
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

function columnOrNone(text: string): string | null {
  return text === NONE ? null : text;
}

function parseSort(text: string): Sort | null {
  if (text === NONE) return null;
  const by = text.replace(/ desc$/, "");
  return { by, descending: by !== text };
}

function parseRange(text: string): readonly [number, number] | null | undefined {
  if (text === NONE) return null;
  const [min, max, ...more] = text.split("..").map(Number);
  const isRange = min !== undefined && max !== undefined && more.length === 0 && min < max;
  return isRange && Number.isFinite(min) && Number.isFinite(max) ? [min, max] : undefined;
}
