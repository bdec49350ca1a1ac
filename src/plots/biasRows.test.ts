import { describe, expect, it } from "vitest";
import { biasBars, biasRows } from "./biasRows";
import { type CaseStudy, caseInput } from "./cases/caseInput";
import { BIAS_COLUMNS, COMPARED } from "./cases/caseStudies";
import { biasColumns } from "./riskOfBias";

function barsOf(studies: readonly CaseStudy[]) {
  const input = caseInput(studies, { measure: "SMD", columns: BIAS_COLUMNS });
  const columns = biasColumns(input.descriptor, "all");
  const rows = biasRows(input, columns, null);
  return { input, rows, columns, bars: biasBars(rows, columns) };
}

describe("biasBars", () => {
  it("shares out the weight of the studies, none lost", () => {
    const { input, bars } = barsOf(COMPARED);
    const high = input.analysis.studies.filter(({ rowId }) => input.rows(rowId).columns["rob_5"] === "High risk");
    const overall = bars.at(-1)?.shares.find(({ judged }) => judged === "high");
    expect(overall?.k).toBe(high.length);
    expect(overall?.share).toBeCloseTo(
      high.reduce((sum, { weight }) => sum + (weight ?? 0), 0),
      10,
    );
    for (const { shares } of bars) {
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 10);
      expect(shares.reduce((sum, { k }) => sum + k, 0)).toBe(COMPARED.length);
    }
  });

  it("leaves out studies that are in no result, but keeps their rows", () => {
    const { rows, bars } = barsOf(COMPARED.map((study, i) => ({ ...study, excluded: i === 0 })));
    expect(rows).toHaveLength(COMPARED.length);
    expect(bars[0]?.shares.reduce((sum, { k }) => sum + k, 0)).toBe(COMPARED.length - 1);
  });

  it("counts an empty cell as no information", () => {
    const [first, ...others] = COMPARED;
    const { bars } = barsOf([{ ...first!, columns: { ...first!.columns, rob_0: null } }, ...others]);
    expect(bars[0]?.shares.at(-1)).toMatchObject({ judged: "none", k: 1 });
    expect(bars[1]?.shares.some(({ judged }) => judged === "none")).toBe(false);
  });

  it("is empty where every study is left out", () => {
    expect(barsOf(COMPARED.map((study) => ({ ...study, excluded: true }))).bars[0]?.shares).toEqual([]);
  });
});

describe("biasRows", () => {
  it("takes results of one study at several timepoints for one study, their weights added", () => {
    const [first, second] = COMPARED;
    const { rows, bars } = barsOf([first!, { ...first!, group: "later" }, second!]);
    expect(rows.map(({ row }) => row.slab)).toEqual([first!.slab, second!.slab]);
    expect(rows.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(100, 10);
    expect(bars[0]?.shares.reduce((sum, { k }) => sum + k, 0)).toBe(2);
  });
});
