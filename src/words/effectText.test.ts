import { expect, it } from "vitest";
import { MEASURES } from "../model/measure";
import { effectText, evidenceText, includesNoEffect, unitOf } from "./effectText";
import { pooled, usNkt } from "./fixtures";
import { outcomeOf } from "./phrase";

const pain = { ...outcomeOf(usNkt, "Pain"), unit: "points (0-10)" };

it("writes differences, ratios and units", () => {
  expect(effectText(pooled(), MEASURES.SMD, 0.95)).toBe("SMD −1.11 (95% CI −1.42 to −0.79)");
  const ratio = { mu: Math.log(0.34), ciLb: Math.log(0.21), ciUb: Math.log(0.55) };
  expect(effectText(ratio, MEASURES.RR, 0.9)).toBe("RR 0.34 (90% CI 0.21 to 0.55)");
  expect(effectText(pooled(), MEASURES.MD, 0.95, "points")).toBe("MD −1.11 points (95% CI −1.42 to −0.79)");
});

it("gives risk differences a third decimal", () => {
  const rd = { mu: -0.0033, ciLb: -0.0041, ciUb: -0.0025 };
  expect(effectText(rd, MEASURES.RD, 0.95)).toBe("RD −0.003 (95% CI −0.004 to −0.003)");
});

it("names the unit only of effects that have one", () => {
  expect(unitOf(MEASURES.MD, pain)).toBe("points");
  expect(unitOf(MEASURES.SMD, pain)).toBe("");
  expect(unitOf({ ...MEASURES.GEN, scale: "log" }, pain)).toBe("");
});

it("says how much evidence there is, without patients where they are unknown", () => {
  expect(evidenceText({ k: 1, N: 60 }, usNkt)).toBe("1 trial, 60 patients");
  expect(evidenceText({ k: 8, N: null }, usNkt)).toBe("8 trials");
});

it("counts a limit on the line of no effect as including it", () => {
  expect(includesNoEffect({ ciLb: -1, ciUb: 0 })).toBe(true);
  expect(includesNoEffect({ ciLb: -1, ciUb: -1e-9 })).toBe(false);
});
