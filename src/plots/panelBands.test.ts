import { expect, it } from "vitest";
import { caseInput } from "./cases/caseInput";
import { manyCounts, manyMeans } from "./cases/caseStudies";
import { midReach } from "./panelBands";

const mid = (value: number, measure: "SMD" | "RR") => ({ mid: { value, measure, source: "a made-up source" } });

it("reaches as far as the smallest difference that matters, on the analysis scale", () => {
  expect(midReach(caseInput(manyMeans(3), { measure: "SMD", outcome: mid(-0.5, "SMD") }))).toBe(0.5);
  expect(midReach(caseInput(manyCounts(3), { measure: "RR", outcome: mid(0.8, "RR") }))).toBeCloseTo(
    Math.log(1.25),
    12,
  );
});

it("is not drawn for another measure, nor where none is known", () => {
  expect(midReach(caseInput(manyMeans(3), { measure: "MD", outcome: mid(0.5, "SMD") }))).toBeNull();
  expect(midReach(caseInput(manyMeans(3), { measure: "MD" }))).toBeNull();
});
