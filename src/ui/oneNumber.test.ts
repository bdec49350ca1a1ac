import { describe, expect, it } from "vitest";
import { readCsv } from "../data/readCsv";
import { resultsHtml } from "../export/report/results";
import { resultsCsv } from "../export/resultsCsv";
import { resultsJson } from "../export/resultsJson";
import type { Analysis, Pooled } from "../model/analysis";
import { NO_LENS } from "../model/lens";
import { forestScene } from "../plots/forest";
import type { GroupMark, Mark } from "../scene/scene";
import { LIGHT } from "../scene/themes";
import { answer } from "../words/answer";
import { rCall } from "../words/rCall";
import { rScript } from "../words/rScript";
import { analyse } from "../worker/analyse";
import { BUNDLED, bundled } from "../worker/bundledDataset";
import { manyQuestions } from "../worker/manyQuestions";
import { figureInput } from "./figureInput";
import { rowOf } from "./rowOf";
import { tableColumns } from "./views/tableColumns";

const EVERY = 17; // of the questions, a number that meets each measure, model and grouping in turn
const ORIGIN = { version: "1.0.0", link: "https://example.org/", dataHash: null };

describe.each(BUNDLED)("one number wherever %s is shown", (id) => {
  const dataset = bundled(id);
  const { descriptor } = dataset;
  const rows = rowOf(dataset);
  const analyses = manyQuestions(dataset)
    .filter((_, i) => i % EVERY === 0)
    .map(({ selection, model }, i) => {
      const excluded = dataset.rows.slice(0, i % 3).map(({ studyId }) => studyId);
      return analyse(dataset, { selection: { ...selection, excluded }, model });
    });

  it.each(analyses.map(named))("with every digit in JSON, CSV and R: %s", (_, analysis) => {
    const { overall, groups, studies } = analysis;
    const json = JSON.parse(resultsJson({ analysis, descriptor, rowOf: rows, view: "forest", findings: {} }, ORIGIN));
    expect(json).toMatchObject({ overall, studies: studies.map(({ effect }) => ({ effect })) });
    expect(json).toMatchObject({ groups: groups.map(({ key, pooled }) => ({ id: key, result: pooled })) });

    const lines = csvLines(resultsCsv(analysis, descriptor, rows, ORIGIN));
    const wanted = [
      ...studies.map(({ effect }) => effect && limitsOf({ ...effect, mu: effect.yi })),
      ...pooledOf(analysis),
    ];
    expect(lines.map((line) => line("yi") && ["yi", "ci.lb", "ci.ub"].map((name) => Number(line(name))))).toEqual(
      wanted.map((limits) => limits ?? ""),
    );
    expect(lines.map((line) => line("estimate"))).toEqual(
      wanted.map((limits) => (limits ? String(natural(analysis, limits[0]!)) : "")),
    );

    const checks = rChecks(rScript({ analysis, descriptor, rowOf: rows, findings: {}, ...ORIGIN }));
    const estimable = studies.flatMap(({ effect, state }) => (effect && state === "included" ? [effect.yi] : []));
    expect(checks.get("effects of the studies") ?? []).toEqual(estimable);
    if (overall) expect(checks.get("pooled effect and its interval")).toEqual(limitsOf(overall));
    expect(rScript({ analysis, descriptor, rowOf: rows, findings: {}, ...ORIGIN })).toContain(
      rCall(analysis, descriptor, rows, ORIGIN.version),
    );
  });

  it.each(analyses.map(named))("to the digits that are printed: %s", (_, analysis) => {
    const { overall, groups, studies } = analysis;
    const agree = (printed: readonly (string | undefined)[], pooled: Pick<Pooled, "mu" | "ciLb" | "ciUb">) => {
      expectPrinted(
        printed,
        limitsOf(pooled).map((x) => natural(analysis, x)),
      );
    };
    const input = figureInput({ key: id, dataset }, { analysis }, null, NO_LENS);
    const drawn = drawnEffects(forestScene(input, { width: 900, theme: LIGHT, includeColumn: 0 }).marks);
    const lines = studies.map((result) => ({ row: rows(result.rowId), result }));
    const columns = tableColumns(analysis, descriptor, lines);
    const [effects, intervals] = ["effect", "interval"].map((key) => columns.find((column) => column.key === key)!);
    const report = [...resultsHtml(analysis, descriptor, rows).html.matchAll(REPORTED)].map((found) => found.slice(1));
    const said = [...answer(analysis, descriptor, [], rows).headline.matchAll(SAID)].map((found) => found.slice(1));

    for (const line of lines) {
      const { effect, rowId } = line.result;
      if (!effect) continue;
      agree(drawn.get(`study-${rowId}`) ?? [], { ...effect, mu: effect.yi });
      agree([effects!.text(line), ...intervals!.text(line).split(" to ")], { ...effect, mu: effect.yi });
    }
    for (const { key, pooled } of groups) if (pooled && pooled.k > 1) agree(drawn.get(`summary-${key}`) ?? [], pooled);
    const pooled = [...groups.map((group) => group.pooled), overall].filter((result) => result !== null);
    expect(report).toHaveLength(pooled.length);
    for (const [i, result] of pooled.entries()) agree(report[i]!, result);
    const inWords = overall ? [overall] : pooled;
    expect(said).toHaveLength(inWords.length);
    for (const [i, result] of inWords.entries()) agree(said[i]!, result);
    if (!overall) return;
    agree([effects!.ofPooled!(overall), ...intervals!.ofPooled!(overall).split(" to ")], overall);
    if (overall.k > 1) agree(drawn.get("overall") ?? [], overall);
    if (overall.predint) {
      const { piLb, piUb } = overall.predint;
      expectPrinted(
        drawn.get("predint") ?? [],
        [piLb, piUb].map((x) => natural(analysis, x)),
      );
    }
  });
});

function named(analysis: Analysis): [string, Analysis] {
  const { selection, measure, model } = analysis;
  const { outcome, timepoint, compareBy, thenBy, excluded } = selection;
  const { method, test, weighting } = model;
  return [
    [measure.measure, method, test, weighting, outcome, timepoint, compareBy, thenBy, excluded.length].join(" "),
    analysis,
  ];
}

/** An effect for the reader: ratios as ratios. */
function natural({ measure }: Analysis, x: number): number {
  return measure.scale === "log" ? Math.exp(x) : x;
}

function limitsOf({ mu, ciLb, ciUb }: Pick<Pooled, "mu" | "ciLb" | "ciUb">): number[] {
  return [mu, ciLb, ciUb];
}

/** The pooled results in the order of the lines of a CSV, the test between groups among them, which has no effect. */
function pooledOf({ groups, difference, overall }: Analysis): (number[] | null)[] {
  const results = groups.flatMap(({ pooled }) => (pooled ? [limitsOf(pooled)] : []));
  return [...results, ...(difference ? [null] : []), ...(overall ? [limitsOf(overall)] : [])];
}

function csvLines(file: string): ((column: string) => string)[] {
  const csv = readCsv(file);
  if ("error" in csv) throw new Error(csv.error.message);
  return csv.records.map(
    ({ cells }) =>
      (column) =>
        cells[csv.header.indexOf(column)]!,
  );
}

/** The page's numbers in the comparisons of a script for R, by what they are. */
function rChecks(script: string): Map<string, number[]> {
  const found = script.matchAll(/^agree\("([^"]+)", [\s\S]*?, c\(([^()]*)\)\)$/gm);
  return new Map([...found].map(([, what, numbers]) => [what!, numbers!.split(",").map(Number)]));
}

const NUMBER = "(?:< )?−?[\\d,]+(?:\\.\\d+)?";
/** A result in a sentence: "SMD −1.11 (95% CI −1.42 to −0.79)". */
const SAID = new RegExp(`(${NUMBER})[^()\\d]* \\([\\d.]+% CI (${NUMBER}) to (${NUMBER})\\)`, "g");
/** A pooled line of the report. */
const REPORTED = new RegExp(
  `<tr class="pooled">.*?</th><td>[\\d,]*</td><td>(${NUMBER.replace("<", "&lt;")})</td><td>(.*?) to (.*?)</td>`,
  "g",
);

/** The effects that a forest plot prints, as [estimate, lower, upper], by the key of their group of marks. */
function drawnEffects(marks: readonly Mark[]): Map<string, string[]> {
  const groups = marks.flatMap((mark): GroupMark[] =>
    mark.kind === "group" ? [mark, ...mark.marks.filter(isGroup)] : [],
  );
  return new Map(
    groups.map(({ key, marks: inside }) => {
      const texts = inside.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
      const lower = texts.findLastIndex((text) => /^\[.*,$/.test(text));
      const estimate = key === "predint" ? [] : [texts[lower - 1] ?? ""];
      const limits = [texts[lower]?.slice(1, -1) ?? "", texts[lower + 1]?.slice(0, -1) ?? ""];
      return [key, [...estimate, ...limits]];
    }),
  );
}

function isGroup(mark: Mark): mark is GroupMark {
  return mark.kind === "group";
}

const PRINTED = /^(&lt; |< )?(−?)(\d[\d,]*(?:\.(\d+))?)$/;

/** Fails where a printed number is not the exact one, rounded to as many digits as are printed. */
function expectPrinted(printed: readonly (string | undefined)[], exact: readonly number[]): void {
  expect(printed).toHaveLength(exact.length);
  for (const [i, text = ""] of printed.entries()) {
    expect(text).toMatch(PRINTED);
    const [, less, minus = "", digits = "", decimals = ""] = PRINTED.exec(text) ?? [];
    const value = Number(minus.replace("−", "-") + digits.replaceAll(",", ""));
    const half = 0.5 * 10 ** -decimals.length * (1 + 1e-9);
    if (less) expect(exact[i]).toBeLessThan(value);
    else expect(Math.abs(value - exact[i]!), `${text} for ${exact[i]}`).toBeLessThanOrEqual(half);
  }
}
