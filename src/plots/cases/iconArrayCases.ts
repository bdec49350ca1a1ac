import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import { type IconArrayInput, type IconArrayOptions, iconArrayScene } from "../iconArray";

const CAPTION = ["RR 0.38 (95% CI 0.24 to 0.61) at a risk of 163 per 1,000 with control.", "Understory 0.1.0"];

function draw(without: number, treated: number, isGood: boolean, options: Partial<IconArrayOptions> = {}): Scene {
  const [both, changed, none] = [
    Math.min(without, treated),
    Math.abs(without - treated),
    1000 - Math.max(without, treated),
  ];
  const word = treated < without ? "fewer" : "more";
  const input: IconArrayInput = {
    people: {
      title: `Adverse events among 1,000 patients: ${without} with control, ${treated} with US-NKT`,
      ...{ both, changed, none, isGood },
      legend: { both: `${both} with either`, changed: `${changed} ${word} with US-NKT`, none: `${none} with neither` },
    },
    description: "An example.",
    caption: CAPTION,
  };
  return iconArrayScene(input, { width: 760, theme: LIGHT, ...options });
}

export const iconArrayFewer = () => draw(163, 62, true);
export const iconArrayFewerPhone = () => draw(163, 62, true, { width: 328 });
export const iconArrayMoreHarm = () => draw(163, 300, false, { theme: DARK });
export const iconArrayMoreBenefit = () => draw(105, 163, true);
export const iconArrayNone = () => draw(0, 0, true);
export const iconArrayEveryone = () => draw(1000, 1000, true, { width: 328 });
