import { describe, expect, it } from "vitest";
import { DEFAULT_LOOK } from "../../model/look";
import type { Row } from "../../model/study";
import { forestScene } from "../../plots/forest";
import { LIGHT } from "../../scene/themes";
import { defaultAsked, questionOf } from "../../state/selectors";
import { captionLines } from "../../words/caption";
import { outcomeOf } from "../../words/phrase";
import { analyse } from "../../worker/analyse";
import { bundled } from "../../worker/bundledDataset";
import { html } from "./html";
import { type Report, reportHtml } from "./reportHtml";

const dataset = bundled("us-nkt");
const { descriptor } = dataset;
const analysis = analyse(dataset, questionOf(defaultAsked(dataset), descriptor));
const byId = new Map(dataset.rows.map((row) => [row.id, row]));
const rowOf = (id: number): Row => byId.get(id)!;

function report(parts: Partial<Report> = {}): Report {
  const input = {
    ...{ analysis, descriptor, rows: rowOf, ghost: null, outcome: outcomeOf(descriptor, analysis.selection.outcome) },
    caption: captionLines(analysis, descriptor, "1.0.0"),
  };
  const scene = forestScene(input, { width: 800, theme: LIGHT, look: DEFAULT_LOOK, includeColumn: 0 });
  return {
    ...{ analysis, descriptor, rowOf, cells: [], figures: [{ title: "Forest plot", scene }], remedies: null },
    ...{ script: 'dat <- "x" # <&>', version: "1.0.0", link: "https://example.org/?a=1&b=2", dataHash: "0123abcd" },
    ...parts,
  };
}

describe("reportHtml", () => {
  const page = reportHtml(report());

  it("holds question, data, answer, figure, results, methods, references, script, link and hash", () => {
    expect(page).toContain("<h1>Pain, 1 week</h1>");
    expect(page).toContain("US-NKT against control");
    expect(page).toContain("SMD −1.11 (95% CI −1.42 to −0.79), 8 trials");
    expect(page).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
    for (const heading of ["Results", "Data", "Checks", "Methods", "References", "The same in R", "See it live"]) {
      expect(page).toContain(`<h2>${heading}</h2>`);
    }
    expect(page).toContain("doi:10.1016/0197-2456(86)90046-2");
    expect(page).toContain("dat &lt;- &quot;x&quot; # &lt;&amp;&gt;");
    expect(page).toContain('href="https://example.org/?a=1&amp;b=2"');
    expect(page).toContain("0123abcd");
  });

  it("says first of all that data are simulated, and nothing of the kind of others", () => {
    expect(page.indexOf("Simulated.")).toBeLessThan(page.indexOf('class="answer"'));
    expect(reportHtml(report({ descriptor: { ...descriptor, kind: "published" } }))).not.toContain('class="note"');
  });

  it("needs nothing else and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|src=|@import|url\(|javascript:| on\w+=/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it("cuts a figure that is taller than a page between its rows, and no other", () => {
    const [figure] = report().figures;
    const pictures = (height: number) => {
      const scene = { ...figure!.scene, width: 800, height, targets: [] };
      const text = reportHtml(report({ figures: [{ title: "Forest plot", scene }] }));
      return [...text.matchAll(/viewBox="0 ([\d.]+) 800 ([\d.]+)"/g)].map(([, top, high]) => [
        Number(top),
        Number(high),
      ]);
    };
    expect(pictures(900)).toEqual([[0, 900]]);
    expect(pictures(2000)).toEqual([
      [0, 560],
      [560, 1000],
      [1560, 440],
    ]);
  });

  it("lists each remedy, or that there was none", () => {
    const remedy = {
      ...{ findingId: "1", check: "se-as-sd", message: "The SD of Lee 2019 is small.", derivation: ["SD = 0.3 × √24"] },
      sentence: "The SD of Lee 2019 was computed from its standard error.",
    };
    expect(page).not.toContain("remedy");
    expect(reportHtml(report({ remedies: [] }))).toContain("Nothing in the data was changed by a remedy");
    const listed = reportHtml(report({ remedies: [remedy] }));
    for (const words of [remedy.message, remedy.sentence, "SD = 0.3 × √24", "1 slip was put right"]) {
      expect(listed).toContain(words);
    }
  });

  it("names the studies that were left out", () => {
    const out = analysis.studies[0]!;
    const studies = [{ ...out, state: "excluded" as const, weight: null }, ...analysis.studies.slice(1)];
    const left = reportHtml(report({ analysis: { ...analysis, studies } }));
    expect(left).toContain(`Left out by choice: ${rowOf(out.rowId).slab}.`);
  });

  it("lets no text of the data become markup", () => {
    const hostile = `</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"'&\u0000`;
    const name = { ...descriptor, title: hostile, shortTitle: hostile, provenance: hostile, citation: hostile };
    const text = reportHtml(
      report({
        descriptor: { ...name, doi: `10.1/"><script>`, arms: { intervention: hostile, control: hostile } },
        rowOf: (id) => ({ ...rowOf(id), slab: hostile }),
        ...{ link: 'https://example.org/"><script>', script: hostile },
      }),
    );
    expect(text).not.toMatch(/<script|<img/);
    expect(text).not.toContain("\u0000");
    expect(text.match(/<\/style>/g)).toHaveLength(1);
  });
});

describe("html", () => {
  it("escapes values and keeps pieces of markup", () => {
    expect(html`<a title="${`"'`}">${1} ${html`<b>${"<&>"}</b>`}</a>`.html).toBe(
      '<a title="&quot;&#39;">1 <b>&lt;&amp;&gt;</b></a>',
    );
  });
});
