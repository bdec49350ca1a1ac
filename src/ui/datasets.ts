import datasets from "virtual:datasets";

/** The datasets of this site, as their folders in `public/data` say; the default one first. */
export const DATASETS = datasets;

export const DEFAULT_DATASET = DATASETS[0]?.id ?? "";
