import { describe, expect, it } from "vitest";
import { bundled } from "../bundledDataset";
import { checkDataset } from "./findSlips";

describe("the datasets of the site", () => {
  it.each(["us-nkt", "p6-nausea", "antihistamines-cold", "dbs-parkinson", "bcg-tuberculosis", "nrt-smoking"])(
    "%s",
    (id) => {
      const { findings } = checkDataset(bundled(id));
      console.log(id, findings.map((f) => `${f.severity} ${f.check}: ${f.message}`).join("\n"));
      expect(findings.filter((f) => f.severity === "wrong")).toEqual([]);
    },
  );
});
