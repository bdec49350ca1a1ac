import type { Theme } from "./scene";

/** For paper and for the light page: Okabe-Ito hues, darkened until each reaches 3:1 on white. */
export const LIGHT: Theme = {
  background: "#ffffff",
  ink: "#16201b",
  study: "#0b6b57",
  muted: "#55635b",
  line: "#dfe5e1",
  faint: "#68746d",
  groups: ["#0072b2", "#c4570a", "#00875f", "#b0508c", "#8a6d00", "#3f4b9e", "#2b8cbe", "#8c2d04"],
  judgement: { low: "#00795a", some: "#e0a800", high: "#c42f10", none: "#68746d" },
  judgementInk: { low: "#ffffff", some: "#16201b", high: "#ffffff", none: "#ffffff" },
  contours: ["#f4f6f5", "#e3e9e6", "#cfd8d3"],
  pooled: "#16201b",
  interval: null,
  head: null,
  stripe: null,
};

/** For the dark page: the same hues, lightened until each reaches 3:1 on the ground. */
export const DARK: Theme = {
  background: "#141a17",
  ink: "#e9efeb",
  study: "#4fc3a5",
  muted: "#a9b7af",
  line: "#2c3631",
  faint: "#87958d",
  groups: ["#56b4e9", "#f08c42", "#2fbf94", "#e08fc0", "#e6c229", "#9aa5f0", "#7fd0e6", "#e5826a"],
  judgement: { low: "#2fbf94", some: "#f0c93a", high: "#ff7a5c", none: "#87958d" },
  judgementInk: { low: "#141a17", some: "#141a17", high: "#141a17", none: "#141a17" },
  contours: ["#1b221e", "#252e29", "#333e38"],
  pooled: "#e9efeb",
  interval: null,
  head: null,
  stripe: null,
};
