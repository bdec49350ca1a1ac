import { expect, it } from "vitest";
import { SOURCES } from "./sources";

it("gives every DOI in its bare form, and links it", () => {
  for (const { doi, url } of Object.values(SOURCES)) {
    if (doi === null) continue;
    expect(doi).toMatch(/^10\.\d{4,}\/\S+$/);
    expect(url).toBe(`https://doi.org/${doi}`);
  }
});

it("cites no DOI twice", () => {
  const dois = Object.values(SOURCES).flatMap(({ doi }) => doi ?? []);
  expect(new Set(dois).size).toBe(dois.length);
});
