import { describe, expect, it } from "vitest";
import { bundled } from "../../worker/bundledDataset";
import { layoutMap } from "./layoutMap";

describe("layoutMap", () => {
  it("gives an outcome that is reported over the whole follow-up one cell across all columns", () => {
    const { columns, rows } = layoutMap(bundled("us-nkt"));
    expect(columns).toEqual(["1 week", "1 month", "3 months"]);
    expect(rows.map((row) => row.cells.length)).toEqual([3, 3, 1]);
    expect(rows[2]?.cells[0]).toEqual({ outcome: "Adverse events", timepoint: "During follow-up", span: 3 });
  });

  it("keeps a column where that is all there is", () => {
    const { descriptor, rows } = bundled("us-nkt");
    const whole = {
      rows: rows.filter((row) => row.outcome === "Adverse events"),
      descriptor: { ...descriptor, outcomes: descriptor.outcomes.filter((o) => o.name === "Adverse events") },
    };
    expect(layoutMap(whole)).toEqual({
      columns: ["During follow-up"],
      rows: [
        { outcome: "Adverse events", cells: [{ outcome: "Adverse events", timepoint: "During follow-up", span: 1 }] },
      ],
    });
  });

  it.each(["antihistamines-cold", "dbs-parkinson", "nrt-smoking"])("has a cell for every result of %s", (id) => {
    const dataset = bundled(id);
    const cells = layoutMap(dataset).rows.flatMap((row) => row.cells.map((c) => `${c.outcome} ${c.timepoint}`));
    for (const row of dataset.rows) expect(cells).toContain(`${row.outcome} ${row.timepoint}`);
  });
});
