import { describe, expect, it } from "vitest";
import type { ExportedAnalysis, ExportedSettings } from "../model/exportedAnalysis";
import type { OwnData } from "../model/ownData";
import { readOwn } from "./readDataset";

const SETTINGS: ExportedSettings = {
  ...{ measure: "OR", measureName: "Odds Ratio", weighting: "MH", model: "common", estimator: null, ciMethod: "Wald" },
  ...{ level: 0.95, swapEvents: false, hasOverall: true, hasSubgroups: false },
};

const exportedAs = (id: string, change: Partial<ExportedSettings> = {}): ExportedAnalysis => ({
  ...{ id, name: id, program: "RevMan Web", overall: null, subgroups: [], difference: null },
  settings: { ...SETTINGS, ...change },
});

function read(...exported: readonly ExportedAnalysis[]) {
  const own: OwnData = {
    ...{ id: "1", name: "Review", fileName: "review.zip", format: "Cochrane data package 2", remedies: [], exported },
    table: {
      header: ["study", "outcome", "timepoint", "ai", "n1i", "ci", "n2i", "Analysis"],
      rows: [
        ["A", "Falls", "1 year", "1", "9", "2", "9", "1.1"],
        ["A", "Falls", "2 years", "3", "9", "4", "9", "1.10"],
        ["A", "Death", "1 year", "1", "9", "2", "9", "1.3"],
      ],
    },
    described: { columns: [{ name: "Analysis", type: "category" }] },
  };
  const { outcomes, defaults } = readOwn(own).dataset!.descriptor;
  return { models: new Map(outcomes.map((o) => [o.name, o.publishedModel?.weighting ?? null])), defaults };
}

describe("published models of exported analyses", () => {
  it("are each outcome's own, and what the data open with", () => {
    const { models, defaults } = read(exportedAs("1.1"), exportedAs("1.10"), exportedAs("1.3", { weighting: "IV" }));
    expect(models).toEqual(
      new Map([
        ["Falls", "MH"],
        ["Death", "IV"],
      ]),
    );
    expect(defaults.preset).toBe("published");
  });

  it("are none where an outcome's analyses differ, where one swaps events, and where there are none", () => {
    const differing = read(exportedAs("1.1"), exportedAs("1.10", { model: "random" }), exportedAs("1.3"));
    expect(differing.models.get("Falls")).toBeNull();
    expect(differing.models.get("Death")).toBe("MH");
    expect(differing.defaults.preset).toBe("cochrane");
    expect(read(exportedAs("1.3", { swapEvents: true })).models.get("Death")).toBeNull();
    expect(read().defaults.preset).toBe("cochrane");
  });
});
