import { figureMetadata } from "../export/figureMetadata";
import { fileName } from "../export/fileName";
import { forestScene } from "../plots/forest";
import type { ForestInput } from "../plots/forestInput";
import { funnelScene } from "../plots/funnel";
import { LIGHT } from "../scene/themes";
import { toSvg } from "../scene/toSvg";

/** CSS pixels; at 96 to the inch this is 254 mm, and a vector figure scales to any column. */
const EXPORT_WIDTH = 960;

/** A figure of the present answer as a standalone SVG file, drawn anew at the export size in the light theme. */
export function figureFile(input: ForestInput, figure: "forest" | "funnel", link: string) {
  const { analysis, descriptor } = input;
  const scene =
    figure === "forest"
      ? forestScene(input, { width: EXPORT_WIDTH, theme: LIGHT, includeColumn: 0 })
      : funnelScene(input, { width: EXPORT_WIDTH, theme: LIGHT });
  return {
    name: fileName(analysis, descriptor, figure, "svg"),
    text: toSvg(scene, figureMetadata(analysis, descriptor, __APP_VERSION__, link)),
  };
}
