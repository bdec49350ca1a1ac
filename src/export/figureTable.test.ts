import { describe, expect, it } from "vitest";
import type { Row } from "../model/study";
import { defaultAsked, questionOf } from "../state/selectors";
import { analyse } from "../worker/analyse";
import { bundled } from "../worker/bundledDataset";
import { type Cell, figureTable } from "./figureTable";
import { toCsv, toHtml, toTsv } from "./tableText";

const dataset = bundled("bcg-tuberculosis");
const { descriptor } = dataset;
const analysis = analyse(dataset, questionOf(defaultAsked(dataset), descriptor));
const rowOf = (id: number): Row => dataset.rows.find((row) => row.id === id)!;
const table = figureTable(analysis, descriptor, rowOf);
const column = (name: string): readonly Cell[] => table.rows.map((row) => row[table.head.indexOf(name)]!);

describe("figureTable", () => {
  it("holds each plotted row and each result once", () => {
    expect(column("row").filter((kind) => kind === "study")).toHaveLength(analysis.studies.length);
    expect(column("row").filter((kind) => kind === "overall")).toHaveLength(1);
    expect(table.rows.every((row) => row.length === table.head.length)).toBe(true);
    expect(new Set(table.head).size).toBe(table.head.length);
  });

  it("holds the very numbers of the analysis, ratios on both scales", () => {
    const { overall } = analysis;
    expect(column("yi").at(-1)).toBe(overall!.mu);
    expect(column("tau2").at(-1)).toBe(overall!.tau2);
    expect(column("estimate").at(-1)).toBe(Math.exp(overall!.mu));
    expect(column("vi")[0]).toBe(analysis.studies[0]!.effect!.vi);
    expect(column("scale")[0]).toBe("log");
  });

  it("holds the test between groups", () => {
    const compared = analyse(dataset, {
      selection: { ...analysis.selection, compareBy: "allocation" },
      model: analysis.model,
    });
    const { head, rows } = figureTable(compared, descriptor, rowOf);
    const [line] = rows.filter((row) => row[head.indexOf("row")] === "difference");
    const cell = (name: string) => line?.[head.indexOf(name)];
    const { statistic, df1, pval } = compared.difference!;
    expect([cell("statistic"), cell("df"), cell("df2"), cell("pval")]).toEqual([statistic, df1, null, pval]);
  });

  it("says that a study was left out, and why one has no effect", () => {
    const [first, second, ...others] = analysis.studies;
    const changed = {
      ...analysis,
      studies: [
        { ...first!, state: "excluded" as const },
        { ...second!, effect: null, reason: "no-events" as const },
        ...others,
      ],
    };
    const { head, rows } = figureTable(changed, descriptor, rowOf);
    expect(rows[0]![head.indexOf("state")]).toBe("excluded");
    expect(rows[1]![head.indexOf("reason")]).toBe("no-events");
    expect(rows[1]![head.indexOf("yi")]).toBeNull();
  });
});

describe("the table as text", () => {
  const hostile = {
    head: ["study", "yi"],
    rows: [
      ['=HYPERLINK("http://x")', -0.1 - 0.2],
      ["+A1", 1e-7],
      ["-2\tA", null],
      ["@SUM(A1)", 0],
      [" =1+1", 1],
      ["Żółć, 통증 <b>", 2],
    ],
  } as const;

  it("writes CSV that no spreadsheet runs, with every digit of the numbers", () => {
    expect(toCsv(hostile)).toBe(
      '\ufeffstudy,yi\r\n"\'=HYPERLINK(""http://x"")",-0.30000000000000004\r\n\'+A1,1e-7\r\n' +
        "'-2\tA,\r\n'@SUM(A1),0\r\n' =1+1,1\r\n\"Żółć, 통증 <b>\",2\r\n",
    );
  });

  it("writes a line per row with tabs for the clipboard", () => {
    const lines = toTsv(hostile).split("\n");
    expect(lines.every((line) => line.split("\t").length === 2)).toBe(true);
    expect(lines[3]).toBe("'-2 A\t");
  });

  it("writes HTML in which names are text", () => {
    expect(toHtml(hostile)).toContain("<td>Żółć, 통증 &lt;b&gt;</td><td>2</td>");
  });
});
