import { readFileSync } from "node:fs";
import { readDataset, type Source } from "../data/readDataset";
import type { Dataset } from "../model/descriptor";

/** The datasets of the site, by the names of their folders. */
export const BUNDLED = [
  ...["us-nkt", "p6-nausea", "antihistamines-cold", "dbs-parkinson", "bcg-tuberculosis", "nrt-smoking"],
] as const;

/** The files of a dataset of the site, for tests. */
export function bundledSource(id: string): Source & { readonly csv: string } {
  const file = (name: string) => readFileSync(new URL(`../../public/data/${id}/${name}`, import.meta.url), "utf8");
  return { csv: file("trials.csv"), fileName: id, descriptorJson: file("datapackage.json") };
}

/** A dataset of the site, for tests. @throws Error when it cannot be read without a fault. */
export function bundled(id: string): Dataset {
  const { dataset, errors } = readDataset(bundledSource(id));
  if (!dataset || errors.length > 0) throw new Error(`${id}: ${errors[0]?.message ?? "no dataset"}`);
  return dataset;
}
