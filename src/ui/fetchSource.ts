import type { Source } from "../data/readDataset";
import { DATASETS } from "./datasets";

/** The files of one of this site's datasets. @throws Error when the site does not have it. */
export async function fetchSource(id: string): Promise<Source> {
  const files = DATASETS.find((dataset) => dataset.id === id)?.files;
  if (!files) throw new Error(`no dataset ${id}`);
  const [descriptor, table] = files;
  const [descriptorJson, csv] = await Promise.all([fetchText(id, descriptor), fetchText(id, table)]);
  return { descriptorJson, csv, fileName: table };
}

async function fetchText(id: string, file: string): Promise<string> {
  const response = await fetch(new URL(`data/${id}/${file}`, document.baseURI));
  if (!response.ok) throw new Error(`${id}/${file}: ${response.status}`);
  return response.text();
}
