import { describe, expect, it } from "vitest";
import { bundled } from "../bundledDataset";
import { checkDataset } from "./findSlips";

/** Each finding by its check and the studies of its rows; all were looked at, and are as their sources have them. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  "us-nkt": ["doubtful large-smd Simulated trial 14"],
  "p6-nausea": [],
  "antihistamines-cold": ["note mixed-scales Study 6"],
  "dbs-parkinson": [],
  "bcg-tuberculosis": [],
  "nrt-smoking": ["doubtful shared-arm Moolchan 2005"],
};

describe("the datasets of the site", () => {
  it.each(Object.entries(FOUND))("%s", (id, wanted) => {
    const dataset = bundled(id);
    const { findings, rowIds } = checkDataset(dataset);
    const told = findings.map(({ severity, check, rows }) => {
      const studies = new Set(rows.map((row) => dataset.rows[rowIds[row] ?? -1]?.studyId));
      return `${severity} ${check} ${[...studies].join(", ")}`;
    });
    expect(told).toEqual(wanted);
    // What the site publishes is not the reader's to change.
    expect(findings.flatMap(({ remedies }) => remedies)).toEqual([]);
  });
});
