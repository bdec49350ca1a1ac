/** The version in package.json. */
declare const __APP_VERSION__: string;

/** The bundled datasets, the default one first; made from public/data by scripts/vite/datasets.ts. */
declare module "virtual:datasets" {
  export interface DatasetEntry {
    /** The name of its folder in public/data. */
    readonly id: string;
    readonly title: string;
    readonly shortTitle: string;
    readonly kind: "simulated" | "published";
  }
  const datasets: readonly DatasetEntry[];
  export default datasets;
}
