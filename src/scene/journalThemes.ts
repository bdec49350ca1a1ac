import type { Theme } from "./scene";
import { DARK, LIGHT } from "./themes";

/** Looks of a figure on paper, by the name under which the reader's choice is remembered. */
export type ThemeName = "understory" | "cochrane" | "jama" | "bmj" | "lancet" | "mono" | "dark";

/** What the journals share: black on white. */
const PRINT: Theme = {
  ...LIGHT,
  ink: "#000000",
  muted: "#404040",
  line: "#d9d9d9",
  faint: "#6b6b6b",
  contours: ["#f5f5f5", "#e6e6e6", "#d4d4d4"],
  pooled: "#000000",
  interval: "#000000",
};

const JUDGEMENT_INK = { low: "#000000", some: "#000000", high: "#ffffff", none: "#ffffff" };

/** RevMan: squares on black lines, black diamonds, the discs of its risk-of-bias summary. */
const COCHRANE: Theme = {
  ...PRINT,
  study: "#1d4ed8",
  groups: ["#1d4ed8", "#0a7d33", "#7a3fb0", "#a35200", "#00707a", "#9c2c6b", "#4d5b00", "#5a5a5a"],
  judgement: { low: "#3fbf3f", some: "#f2e200", high: "#c81414", none: "#6b6b6b" },
  judgementInk: JUDGEMENT_INK,
};

/** JAMA: slate squares with orange results, heads between rules, shaded rows. */
const JAMA: Theme = {
  ...PRINT,
  study: "#374e55",
  groups: ["#374e55", "#b8641a", "#00789e", "#b24745", "#3f7a5f", "#6a6599", "#6f695d", "#8a3b6e"],
  contours: ["#f6f4ef", "#e9e5db", "#d9d3c5"],
  pooled: "#b8641a",
  stripe: "#f6f4ef",
};

/** The BMJ: blue throughout, white heads on a blue band, shaded rows. */
const BMJ: Theme = {
  ...PRINT,
  study: "#2a6ebb",
  line: "#cfdcea",
  groups: ["#2a6ebb", "#a86d00", "#b80078", "#7d5cc6", "#b85a12", "#3f7d12", "#007f79", "#c01c28"],
  contours: ["#f2f6fb", "#e1eaf4", "#cddbeb"],
  pooled: "#1b4f8f",
  interval: null,
  head: { ground: "#2a6ebb", ink: "#ffffff" },
  stripe: "#f2f6fb",
};

/** The Lancet: navy squares on black lines, a red result, heads on a pale band. */
const LANCET: Theme = {
  ...PRINT,
  study: "#00468b",
  groups: ["#00468b", "#c00000", "#2b7d2a", "#007b94", "#925e9f", "#a8572f", "#ad002a", "#5c6464"],
  contours: ["#f3f5f8", "#e4e9f0", "#d2dae5"],
  pooled: "#ad002a",
  head: { ground: "#dfe6ef", ink: "#000000" },
};

/** Black and white: groups by their shapes and names, judgements by their signs. */
const MONO: Theme = {
  ...PRINT,
  study: "#000000",
  muted: "#262626",
  groups: ["#000000", "#595959", "#262626", "#757575", "#404040", "#666666", "#1a1a1a", "#4d4d4d"],
  judgement: { low: "#e6e6e6", some: "#a6a6a6", high: "#1a1a1a", none: "#6b6b6b" },
  judgementInk: JUDGEMENT_INK,
};

/** Each look with its name for readers. The journals' are after their printed figures, not by them. */
export const THEMES: Readonly<Record<ThemeName, { readonly label: string; readonly theme: Theme }>> = {
  understory: { label: "Understory", theme: LIGHT },
  cochrane: { label: "Cochrane (RevMan)", theme: COCHRANE },
  jama: { label: "JAMA", theme: JAMA },
  bmj: { label: "The BMJ", theme: BMJ },
  lancet: { label: "The Lancet", theme: LANCET },
  mono: { label: "Black and white", theme: MONO },
  dark: { label: "Understory, dark", theme: DARK },
};
