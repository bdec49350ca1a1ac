declare const __APP_VERSION__: string;

declare module "virtual:datasets" {
  /** One bundled dataset, as its `datapackage.json` describes it. */
  export interface DatasetEntry {
    /** Name of its folder in `public/data`. */
    readonly id: string;
    readonly title: string;
    readonly shortTitle: string;
    readonly kind: "simulated" | "published";
    /** Its description and its table, below its folder. */
    readonly files: readonly [descriptor: string, table: string];
  }
  /** The default dataset first, then by title. */
  const datasets: readonly DatasetEntry[];
  export default datasets;
}
