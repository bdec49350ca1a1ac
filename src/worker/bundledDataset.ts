import { readFileSync } from "node:fs";
import { readDataset } from "../data/readDataset";
import type { Dataset } from "../model/descriptor";

/** A dataset of the site, for tests. @throws Error when it cannot be read without a fault. */
export function bundled(id: string): Dataset {
  const file = (name: string) => readFileSync(new URL(`../../public/data/${id}/${name}`, import.meta.url), "utf8");
  const source = { csv: file("trials.csv"), fileName: id, descriptorJson: file("datapackage.json") };
  const { dataset, errors } = readDataset(source);
  if (!dataset || errors.length > 0) throw new Error(`${id}: ${errors[0]?.message ?? "no dataset"}`);
  return dataset;
}
