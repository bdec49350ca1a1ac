import type { AppServices } from "../appContext";

const FIGURE = /\.(svg|png)$/i;

/**
 * Opens the table among the files, which a datapackage.json beside it describes; or the analysis that an exported
 * figure carries.
 */
export async function openFiles(page: AppServices, files: readonly File[]): Promise<void> {
  const isDescriptor = (file: File) => /\.json$/i.test(file.name);
  const table = files.find((file) => !isDescriptor(file)) ?? files[0];
  const descriptor = files.find((file) => isDescriptor(file) && file !== table) ?? null;
  if (!table) return;
  if (FIGURE.test(table.name) && (await (await import("../export/openFigure")).openFigure(page, table))) return;
  await page.loading.openFile(table, descriptor);
}
