import { expect, test } from "@playwright/test";
import { combobox } from "./controls";
import { answer, figure, show, visit } from "./visit";

const LINK = "?data=bcg-tuberculosis&compare=none&measure=RR&model=custom&method=EE&test=z";
const BY_TABLES = "RR 0.64 (95% CI 0.59 to 0.69)"; // metafor 3.8-1: rma.mh(measure = "RR")

test("tables are pooled by Mantel-Haenszel, and everything says so", async ({ page }) => {
  await visit(page, LINK);
  const custom = page.getByRole("group", { name: "Custom model" });
  await custom.getByRole("combobox", { name: "Weights" }).selectOption("Mantel-Haenszel");
  await expect(answer(page)).toContainText(BY_TABLES);
  await expect(figure(page)).toContainText("common effect (Mantel-Haenszel), Wald 95% CI");
  await expect(custom.getByRole("combobox", { name: "Interval" })).toBeDisabled();
  await expect(page).toHaveURL(/weighting=MH/);
  const methods = await show(page, "Methods");
  await expect(methods).toContainText("pooled by the Mantel-Haenszel method under a common effect");
  await expect(methods).toContainText("rma.mh(");
});

test("a link brings it back; where it does not apply, the page says what is used instead and why", async ({ page }) => {
  await visit(page, `${LINK}&weighting=MH`);
  await expect(answer(page)).toContainText(BY_TABLES);
  const custom = page.getByRole("group", { name: "Custom model" });
  await custom.getByRole("combobox", { name: "Effects and τ²" }).selectOption("REML");
  await expect(custom.getByRole("combobox", { name: "Weights" })).toBeDisabled();
  await expect(custom.getByRole("combobox", { name: "Weights" })).toHaveValue("IV");
  await expect(custom).toContainText("Mantel-Haenszel goes with the common effect or DerSimonian-Laird");
  await expect(figure(page)).toContainText("random effects (REML), Wald 95% CI");
  await custom.getByRole("combobox", { name: "Effects and τ²" }).selectOption("DL");
  await expect(figure(page)).toContainText("Q about the Mantel-Haenszel estimate");
  await combobox(page, "Measure").selectOption("PETO");
  await expect(custom).toContainText("Mantel-Haenszel is for odds ratios, risk ratios and risk differences");
});
