import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { resultText } from "./resultText";

/** For a live region after a study or group went out or in: "Simulated trial 16 left out. SMD ..., 8 trials." */
export function announceToggle(label: string, isIn: boolean, analysis: Analysis, descriptor: Descriptor): string {
  return `${label} ${isIn ? "included again" : "left out"}. ${resultText(analysis, descriptor)}`;
}
