import { describe, expect, it } from "vitest";
import type { OwnData } from "../model/ownData";
import { judgementsOnto } from "./judgementsOnto";
import { readOwn } from "./readDataset";

const own = (rows: readonly (readonly string[])[]): OwnData => ({
  ...{ id: "a", name: "Test", fileName: "test.csv", format: "tidy table", remedies: [], exported: [] },
  table: { header: ["study", "year", "yi", "vi"], rows },
  described: { columns: [{ name: "D1", title: "Old" }] },
});

const DOMAINS = [
  { column: "D1", title: "Randomisation process", riskOfBias: "Randomisation process" },
  { column: "Overall", title: "Overall risk of bias", riskOfBias: "overall" },
];

const judged = (...names: string[]) => ({
  domains: DOMAINS,
  studies: names.map((study) => ({ study, judgements: { D1: "Low risk", Overall: "High risk" } })),
});

const TWO = own([
  ["Núñez & Cruz", "2016", "1", "1"],
  ["Núñez & Cruz", "2016", "2", "1"],
  ["Lee 2019", "", "3", "1"],
]);

describe("judgementsOnto", () => {
  it("adds columns of judgements to every row of a study", () => {
    const { own: after, matched, unmatched } = judgementsOnto(TWO, judged("Nunez and Cruz 2016", "Other 2020"));
    expect(matched).toEqual(["Nunez and Cruz 2016"]);
    expect(unmatched).toEqual(["Other 2020"]);
    expect(after.table.header).toEqual(["study", "year", "yi", "vi", "D1", "Overall"]);
    expect(after.table.rows.map((cells) => cells.slice(4))).toEqual([
      ["Low risk", "High risk"],
      ["Low risk", "High risk"],
      ["", ""],
    ]);
    const columns = readOwn(after).dataset?.descriptor.columns;
    expect(columns?.map(({ riskOfBias }) => riskOfBias)).toEqual(["Randomisation process", "overall"]);
  });

  it.each(["LEE 2019", "Lee et al. (2019)", "Lee, 2019", "Lee"])("knows Lee 2019 as %s", (name) => {
    expect(judgementsOnto(TWO, judged(name)).matched).toEqual([name]);
  });

  it.each(["Lee 2018", "Lee 2019a", "Leeds 2019", "2019"])("does not take %s for Lee 2019", (name) => {
    expect(judgementsOnto(TWO, judged(name)).unmatched).toEqual([name]);
  });

  it("gives nothing to a name that could be two studies", () => {
    const two = own([
      ["Lee", "2018", "1", "1"],
      ["Lee", "2019", "2", "1"],
    ]);
    expect(judgementsOnto(two, judged("Lee", "Lee 2019"))).toMatchObject({ matched: ["Lee 2019"], unmatched: ["Lee"] });
  });

  it("takes the first of two names that mean one study", () => {
    const undated = own([["Lee", "", "1", "1"]]);
    expect(judgementsOnto(undated, judged("Lee 2018", "Lee 2019"))).toMatchObject({
      ...{ matched: ["Lee 2018"], unmatched: ["Lee 2019"] },
    });
  });

  it("leaves data alone where nothing matches", () => {
    expect(judgementsOnto(TWO, judged("Nobody 1999")).own).toBe(TWO);
  });

  it("leaves a judgement that is there where the new one is empty, and changes one that is not", () => {
    const first = judgementsOnto(TWO, judged("Lee 2019")).own;
    const next = judgementsOnto(first, {
      domains: DOMAINS,
      studies: [{ study: "Lee 2019", judgements: { D1: "", Overall: "Low risk" } }],
    });
    expect(next.own.table.rows[2]?.slice(4)).toEqual(["Low risk", "Low risk"]);
  });
});
