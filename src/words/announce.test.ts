import { expect, it } from "vitest";
import { announceToggle } from "./announce";
import { analysis, pooled, usNkt } from "./fixtures";

it("announces a toggle with the new result", () => {
  const after = analysis({ overall: pooled({ k: 8, mu: -1.36, ciLb: -1.83, ciUb: -0.89 }) });
  expect(announceToggle("Simulated trial 16", false, after, usNkt)).toBe(
    "Simulated trial 16 left out. SMD −1.36 (95% CI −1.83 to −0.89), 8 trials.",
  );
  expect(announceToggle("Simulated trial 16", true, after, usNkt)).toMatch(/^Simulated trial 16 included again\. SMD/);
});
