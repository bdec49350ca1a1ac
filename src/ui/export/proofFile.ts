import { tidyTableOfRows } from "../../data/tidyRows";
import { dataFileName, fileName } from "../../export/fileName";
import { resultsCsv } from "../../export/resultsCsv";
import { resultsJson } from "../../export/resultsJson";
import { tidyCsv } from "../../export/tidyCsv";
import { pythonCall } from "../../words/pythonCall";
import { type Proven, rScript } from "../../words/rScript";
import { rowOf } from "../rowOf";
import { dataHash } from "./dataHash";
import type { ReportSource } from "./reportFile";
import { viewFindings } from "./viewFindings";

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
const ONLY_IN_R: NoFile = { reason: "The script for Python has no Mantel-Haenszel weights: take the R script." };

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
      return file(view, "R", rScript(await provenView(source)), "text/plain");
    case "python":
      if (analysis.model.weighting === "MH") return ONLY_IN_R;
      return file(view, "py", pythonCall(await provenView(source)), "text/x-python");
    case "report": {
      const { reportFile } = await import("./reportFile");
      return file("report", "html", await reportFile(source, await originOf(source)), "text/html");
    }
  }
}

async function provenView(source: ReportSource): Promise<Proven> {
  const { held, answered } = source;
  const [findings, origin] = await Promise.all([viewFindings(source), originOf(source)]);
  const { descriptor } = held.dataset;
  return { analysis: answered.analysis, descriptor, rowOf: rowOf(held.dataset), findings, ...origin };
}

async function originOf({ held, link }: ReportSource) {
  return { version: __APP_VERSION__, link, dataHash: await dataHash(held.dataset) };
}
