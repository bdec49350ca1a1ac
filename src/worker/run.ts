import { readDataset } from "../data/readDataset";
import type { Dataset } from "../model/descriptor";
import { analyse } from "./analyse";
import { explore } from "./explore";
import { overview } from "./overview";
import { packAnalysis } from "./pack";
import type { PoolApi } from "./protocol";
import { publishedResults } from "./published";

/** The pooling service over its own store of datasets: run by the worker, by the page where there is none, by tests. */
export function createPool(): PoolApi {
  const datasets = new Map<string, Dataset>();
  const kept = (key: string): Dataset => {
    const dataset = datasets.get(key);
    if (!dataset) throw new RangeError(`no dataset is kept under “${key}”`);
    return dataset;
  };
  return {
    open(key, source) {
      const reading = readDataset(source);
      if (reading.dataset) datasets.set(key, reading.dataset);
      return reading;
    },
    restore(key, dataset) {
      datasets.set(key, dataset);
    },
    answer: (key, question) => packAnalysis(analyse(kept(key), question)),
    overview: (key, question) => overview(kept(key), question),
    explore: (key, kind, asked) => explore(kept(key), kind, asked),
    published: (key) => publishedResults(kept(key)),
  };
}
