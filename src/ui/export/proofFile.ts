import { tidyTableOfRows } from "../../data/tidyRows";
import { dataFileName, fileName } from "../../export/fileName";
import { resultsCsv } from "../../export/resultsCsv";
import { resultsJson } from "../../export/resultsJson";
import { tidyCsv } from "../../export/tidyCsv";
import { pythonCall } from "../../words/pythonCall";
import { type Proven, rScript } from "../../words/rScript";
import { MOST_IN_R } from "../../words/rSubsets";
import { rowOf } from "../rowOf";
import { subsetsOf } from "../sensitivityFigures";
import { dataHash } from "./dataHash";
import type { ReportSource } from "./reportFile";
import { scriptFindings, viewFindings } from "./viewFindings";

/** Ways in which data and numbers leave the page to be used, checked and read elsewhere. */
export type ProofKind = "data" | "results" | "json" | "r" | "python" | "report";

export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly type: string;
}

/** Why there is no such file, for the reader. */
export interface NoFile {
  readonly reason: string;
}

const NOTHING_POOLED: NoFile = { reason: "Nothing is pooled here, so there is nothing for a script to find again." };

/** A file of the present view, or why there is none. */
export async function proofFile(kind: ProofKind, source: ReportSource): Promise<TextFile | NoFile> {
  const { held, answered, view } = source;
  const { analysis } = answered;
  const { descriptor } = held.dataset;
  const file = (what: string, extension: string, text: string, type: string): TextFile | NoFile =>
    text === "" ? NOTHING_POOLED : { name: fileName(analysis, descriptor, what, extension), text, type };
  switch (kind) {
    case "data": {
      const text = tidyCsv(held.own?.table ?? tidyTableOfRows(held.dataset));
      return { name: dataFileName(descriptor), text, type: "text/csv" };
    }
    case "results": {
      const text = resultsCsv(analysis, descriptor, rowOf(held.dataset), await originOf(source));
      return file("results", "csv", text, "text/csv");
    }
    case "json": {
      const shown = await provenView(source);
      return file("results", "json", resultsJson({ ...shown, view }, shown), "application/json");
    }
    case "r":
      return file(view, "R", rScript(await scriptedView(source)), "text/plain");
    case "python":
      return file(view, "py", pythonCall(await provenView(source)), "text/x-python");
    case "report": {
      const { reportFile } = await import("./reportFile");
      return file("report", "html", await reportFile(source, await originOf(source)), "text/html");
    }
  }
}

async function provenView(source: ReportSource, find = viewFindings): Promise<Proven> {
  const { held, answered } = source;
  const [findings, origin] = await Promise.all([find(source), originOf(source)]);
  const { descriptor } = held.dataset;
  return { analysis: answered.analysis, descriptor, rowOf: rowOf(held.dataset), findings, ...origin };
}

/** The view with what R alone finds again: every analysis, and every subset of few studies. */
async function scriptedView(source: ReportSource): Promise<Proven> {
  const shown = await provenView(source, scriptFindings);
  const k = shown.findings.influence?.studies.length ?? 0;
  const counted = k > 1 && k <= MOST_IN_R ? await subsetsOf(source) : null;
  return { ...shown, subsets: counted?.subsets ?? null };
}

async function originOf({ held, link }: ReportSource) {
  return { version: __APP_VERSION__, link, dataHash: await dataHash(held.dataset) };
}
