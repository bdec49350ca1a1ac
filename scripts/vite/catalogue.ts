import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The dataset that the page opens with. */
const DEFAULT_DATASET = "us-nkt";

const KINDS = ["simulated", "published"];

/** One bundled dataset, and the files of it that the page fetches first, relative to its folder. */
export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly kind: string;
  readonly files: readonly [descriptor: string, table: string];
}

/**
 * The datasets in `folder`, one per sub-folder with a `datapackage.json`: the default one first, then by title.
 * @throws Error naming the file when a package lacks what the page's picker shows, or is named unlike its folder.
 */
export function readCatalogue(folder: string): CatalogueEntry[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, "datapackage.json")))
    .map((id) => readEntry(join(folder, id, "datapackage.json"), id));
  const rank = (entry: CatalogueEntry) => (entry.id === DEFAULT_DATASET ? 0 : 1);
  return entries.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, "en"));
}

interface Package {
  readonly name?: string;
  readonly title?: string;
  readonly resources?: readonly { readonly path?: string }[];
  readonly understory?: { readonly shortTitle?: string; readonly kind?: string };
}

function readEntry(file: string, id: string): CatalogueEntry {
  const { name, title, resources, understory } = JSON.parse(readFileSync(file, "utf8")) as Package;
  const path = resources?.[0]?.path;
  const { shortTitle, kind } = understory ?? {};
  if (name !== id) throw new Error(`${file}: "name" must be the folder's name, "${id}"`);
  if (!title || !shortTitle || !path) throw new Error(`${file}: needs title, understory.shortTitle, resources[0].path`);
  if (!kind || !KINDS.includes(kind)) throw new Error(`${file}: understory.kind must be one of ${KINDS.join(", ")}`);
  return { id, title, shortTitle, kind, files: ["datapackage.json", path] };
}
