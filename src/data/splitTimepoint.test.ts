import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitTimepoint } from "./splitTimepoint";

describe("splitTimepoint", () => {
  it.each([
    ["Pain at 3 months", "Pain", "3 months"],
    ["Pain (VAS 0-10) at 3 months", "Pain (VAS 0-10)", "3 months"],
    ["Pain at 6 weeks (VAS)", "Pain (VAS)", "6 weeks"],
    ["ADAS-Cog scale above 24 months", "ADAS-Cog scale", "above 24 months"],
    ["Mortality (30 days)", "Mortality", "30 days"],
    ["Relapse (6 to 12 weeks)", "Relapse", "6 to 12 weeks"],
    ["Function - short term", "Function", "short term"],
    ["Function, 12 months", "Function", "12 months"],
    ["Quality of life at 12 months’ follow-up", "Quality of life", "12 months’ follow-up"],
    ["Quality of life at 12 months follow-up", "Quality of life", "12 months follow-up"],
    ["Depression at end of treatment", "Depression", "end of treatment"],
    ["Depression: longest follow-up", "Depression", "longest follow-up"],
    ["Bleeding within 24 hours", "Bleeding", "within 24 hours"],
    ["Pain at week 12", "Pain", "week 12"],
    ["Survival at 5 years", "Survival", "5 years"],
    ["Pain  at\n3 months", "Pain", "3 months"],
  ])("%s", (name, outcome, timepoint) => {
    expect(splitTimepoint(name)).toEqual({ outcome, timepoint });
  });

  it.each(["Pain", "Adults aged over 65 years", "Children 5 years", "At 3 months", "30-day mortality", "SF-36", ""])(
    "leaves “%s” whole",
    (name) => {
      expect(splitTimepoint(name)).toEqual({ outcome: name, timepoint: null });
    },
  );

  it("never loses the whole name, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(" at ", " (", ", ", " - "), (name, joint) => {
        const { outcome } = splitTimepoint(`Pain ${name}${joint}3 months`);
        expect(outcome.startsWith("Pain")).toBe(true);
      }),
    );
  });

  it("is quick on a long name made to be slow", () => {
    const start = performance.now();
    splitTimepoint("at 1 to 1 to ".repeat(5000));
    splitTimepoint(`${"at after 1-1-".repeat(30)}x`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
