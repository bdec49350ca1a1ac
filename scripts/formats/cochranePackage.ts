import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";

const FIXTURES = new URL("../../src/data/formats/cochrane/fixtures/", import.meta.url);
/** A fixed date, so that the same files make the same bytes. */
const MTIME = new Date("2026-01-01T00:00:00");

const ANALYSES = [
  "data-rows.csv",
  "overall-estimates-and-settings.csv",
  "subgroup-estimates.csv",
  "analysis-data.json",
];

/** Which of the made-up packages: of specification 2.3 or 1, with its CSV files or with its JSON alone. */
export type PackageKind = "2.3" | "1" | "json";

/** The files of a package by their paths in its zip, as the Cochrane Library arranges them. */
export function cochraneFiles(kind: PackageKind): Record<string, Uint8Array> {
  const id = kind === "1" ? "CD999998" : "CD999999";
  const read = (name: string) => new Uint8Array(readFileSync(new URL(`${id}-${name}`, FIXTURES)));
  const wanted = ANALYSES.filter((name) =>
    kind === "1" ? /rows|overall/.test(name) : kind === "2.3" || /json$/.test(name),
  );
  const files = wanted.map((name) => [`${id}-analysis-data/${id}-${name}`, read(name)] as const);
  if (kind !== "2.3") return Object.fromEntries(files);
  return {
    ...Object.fromEntries(files),
    [`${id}-study-data/${id}-study-information.csv`]: read("study-information.csv"),
    [`${id}-study-data/${id}-included.ris`]: strToU8("TY  - JOUR\nAU  - Ames A\nPY  - 2011\nER  - \n"),
    [`${id}-data-package-info.html`]: read("data-package-info.html"),
  };
}

/**
 * A made-up Cochrane data package as the bytes of its zip. `nested` puts it into another zip, as the files of
 * supplementary material come.
 */
export function cochranePackage(kind: PackageKind, nested = false): Uint8Array {
  const inner = zipSync(cochraneFiles(kind), { mtime: MTIME });
  return nested ? zipSync({ "CD999999-files/CD999999-data.zip": inner }, { mtime: MTIME }) : inner;
}
