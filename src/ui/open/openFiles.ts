import type { InspectChoice } from "../../worker/import/protocol";
import type { AppServices } from "../appContext";

const FIGURE = /\.(svg|png|pdf)$/i;
/** Of several files, the ones by which the reader knows them. */
const RESULTS = /\.(csv|tsv|txt|xlsx|zip|rm5)$/i;
const JSON_FILE = /\.json$/i;

/** Opens files of the reader's own, or the analysis that an exported figure among them carries. */
export async function openFiles(page: AppServices, files: readonly File[], choice: InspectChoice = {}): Promise<void> {
  const [first] = files;
  if (!first) return;
  const figure = files.find(({ name }) => FIGURE.test(name));
  if (figure && (await (await import("../export/openFigure")).openFigure(page, figure))) return;
  const json = files.find(({ name }) => JSON_FILE.test(name));
  if (json && (await (await import("../keep/openProjectFile")).openProjectFile(page, json))) return;
  const named = files.find(({ name }) => RESULTS.test(name)) ?? first;
  const read = () => Promise.all(files.map(bytesOf));
  await (await page.opening()).open({ name: named.name, read }, choice);
}

async function bytesOf(file: File) {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
