import { fileName } from "../../export/fileName";
import type { Analysis } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import type { LensReading } from "../../model/lens";
import { type IconArrayInput, iconArrayScene } from "../../plots/iconArray";
import { LIGHT } from "../../scene/themes";
import { toSvg } from "../../scene/toSvg";

const EXPORT_WIDTH = 760;

/** The icon array as a standalone SVG file in the light theme, with the reading that it shows. */
export function iconFile(
  input: IconArrayInput,
  reading: LensReading,
  analysis: Analysis,
  descriptor: Descriptor,
  link: string,
) {
  const { id, title, kind, doi, figureNote } = descriptor;
  const origin = { software: "Understory", version: __APP_VERSION__, link, dataset: { id, title, kind, doi } };
  const scene = iconArrayScene(input, { width: EXPORT_WIDTH, theme: LIGHT });
  return {
    name: fileName(analysis, descriptor, "people", "svg"),
    text: toSvg(scene, { ...origin, note: figureNote, selection: analysis.selection, model: analysis.model, reading }),
  };
}
