import type { Loading } from "../../state/loading";

/** Opens the table among the files; a datapackage.json beside it describes its columns. */
export async function openFiles(loading: Loading, files: readonly File[]): Promise<void> {
  const isDescriptor = (file: File) => /\.json$/i.test(file.name);
  const table = files.find((file) => !isDescriptor(file)) ?? files[0];
  const descriptor = files.find((file) => isDescriptor(file) && file !== table) ?? null;
  if (table) await loading.openFile(table, descriptor);
}
