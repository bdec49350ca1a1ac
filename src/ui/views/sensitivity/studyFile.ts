import { figureMetadata } from "../../../export/figureMetadata";
import { fileName } from "../../../export/fileName";
import { toCsv } from "../../../export/tableText";
import type { PlotInput } from "../../../plots/forestInput";
import type { Scene } from "../../../scene/scene";
import { toSvg } from "../../../scene/toSvg";
import type { AppState } from "../../../state/appState";
import { linkTo } from "../../../state/url/sync";
import type { NumberColumn } from "../../../words/sensitivity/numberColumns";
import { DEFAULT_DATASET } from "../../datasets";
import { dataHash } from "../../export/dataHash";
import { saveFile } from "../../saveFile";
import type { NumberRow } from "./NumbersTable";

/** Saves a figure of this view as an SVG file that carries its analysis, as every figure does. */
export async function saveFigure(input: PlotInput, scene: Scene, name: string, state: AppState): Promise<void> {
  const { analysis, descriptor } = input;
  const origin = {
    version: __APP_VERSION__,
    link: linkTo(state, DEFAULT_DATASET),
    dataHash: state.held && (await dataHash(state.held.dataset)),
    look: state.look,
  };
  const text = toSvg(scene, figureMetadata(analysis, descriptor, origin));
  saveFile(fileName(analysis, descriptor, name, "svg"), text, "image/svg+xml");
}

/** Saves the numbers of a figure at full precision. */
export function saveNumbers<Of>(
  { analysis, descriptor }: PlotInput,
  rows: readonly NumberRow<Of>[],
  columns: readonly NumberColumn<Of>[],
  name: string,
): void {
  const table = {
    head: [descriptor.studyNoun.one, ...columns.map(({ head }) => head)],
    rows: rows.map((row) => [row.name, ...columns.map(({ value }) => value(row.of))]),
  };
  saveFile(fileName(analysis, descriptor, name, "csv"), toCsv(table), "text/csv");
}
