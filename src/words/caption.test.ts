import { expect, it } from "vitest";
import { MEASURES } from "../model/measure";
import { COCHRANE_2024 } from "../model/poolingModel";
import { captionLines, figureDescription, figureTitle } from "./caption";
import { AS_PUBLISHED, analysis, study, usNkt } from "./fixtures";

it("says what is shown, how it was computed, what the data are and what drew it", () => {
  expect(captionLines(analysis(), usNkt, "0.1.0")).toEqual([
    "Pain, 1 week. Standardised mean difference (Hedges’ g, RevMan variance), random effects (DerSimonian-Laird), Wald 95% CI, prediction interval t(k − 1).",
    "Simulated trial-level data; pooled results match Kim et al. 2025.",
    "Understory 0.1.0",
  ]);
});

it("names the other models", () => {
  const reml = captionLines(analysis({ model: COCHRANE_2024, measure: MEASURES.RR }), usNkt, "0.1.0");
  expect(reml[0]).toBe(
    "Pain, 1 week. Risk ratio, random effects (REML), Hartung-Knapp 95% CI, prediction interval Hartung-Knapp, t(k − 1).",
  );
  const common = captionLines(analysis({ model: { ...AS_PUBLISHED, method: "EE" } }), usNkt, "0.1.0");
  expect(common[0]).toMatch(/common effect \(inverse variance\), Wald 95% CI\.$/);
  const tables = (method: "EE" | "DL") =>
    captionLines(analysis({ model: { ...AS_PUBLISHED, method, weighting: "MH" } }), usNkt, "0.1.0")[0];
  expect(tables("EE")).toContain("common effect (Mantel-Haenszel), Wald 95% CI.");
  expect(tables("DL")).toContain("random effects (DerSimonian-Laird, Q about the Mantel-Haenszel estimate), Wald");
});

it("says when signs were turned", () => {
  const lines = captionLines(analysis({ studies: [study(0, { flipped: true })] }), usNkt, "0.1.0");
  expect(lines).toContain("Scales that run the other way are turned round.");
});

it("titles a comparison of timepoints without one timepoint", () => {
  expect(figureTitle(analysis())).toBe("Pain, 1 week");
  expect(figureTitle(analysis({ selection: { ...analysis().selection, compareBy: "timepoint" } }))).toBe(
    "Pain by timepoint",
  );
});

it("describes the figure with its numbers and what is simulated", () => {
  expect(figureDescription(analysis(), usNkt)).toBe(
    "Pain, 1 week: US-NKT against control, 8 trials, 652 patients. Standardised mean difference (Hedges’ g). SMD −1.11 (95% CI −1.42 to −0.79), 8 trials. 95% prediction interval −2.10 to −0.12. I² 73%. Simulated trial-level data; pooled results match Kim et al. 2025.",
  );
});
