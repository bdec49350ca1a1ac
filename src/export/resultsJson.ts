import type { Analysis, Pooled, StudyResult } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Findings } from "../model/exploration";
import type { Scale } from "../model/measure";
import type { Row } from "../model/study";

/** Which data, program and link the results are of. */
export interface ResultsOrigin {
  readonly version: string;
  /** The address that shows this very view. */
  readonly link: string;
  /** SHA-256 of the dataset's rows in hexadecimal; null where the browser cannot compute it. */
  readonly dataHash: string | null;
}

/** What a view shows. */
export interface ViewResults {
  readonly analysis: Analysis;
  readonly descriptor: Descriptor;
  readonly rowOf: (id: number) => Row;
  /** The view's name, and what it shows beside the answer. */
  readonly view: string;
  readonly findings: Findings;
}

/**
 * Every number of a view at full precision, as JSON: effects and limits on the analysis scale (the logarithm for
 * ratios, which stand exponentiated under `asRatio`), studies by `id`, their label, and groups by `id`, their value.
 */
export function resultsJson(
  { analysis, descriptor, rowOf, view, findings }: ViewResults,
  origin: ResultsOrigin,
): string {
  const { selection, model, measure, overall, noOverall, groups, difference, studies } = analysis;
  const { id, title, kind, doi, figureNote: note } = descriptor;
  const { scale } = measure;
  const results = {
    software: "Understory",
    version: origin.version,
    link: origin.link,
    data: { id, title, kind, doi, note, sha256: origin.dataHash },
    question: { ...selection, measure: measure.measure },
    measure,
    model,
    overall: overall && resultOf(overall, scale),
    noOverall,
    groups: groups.map((group) => ({ id: group.key, result: group.pooled && resultOf(group.pooled, scale) })),
    difference,
    studies: studies.map((study) => studyOf(study, rowOf(study.rowId), scale)),
    view: { name: view, ...findings },
  };
  return `${JSON.stringify(results, null, 2)}\n`;
}

function resultOf(pooled: Pooled, scale: Scale) {
  const { predint } = pooled;
  const limits = predint ? { piLb: Math.exp(predint.piLb), piUb: Math.exp(predint.piUb) } : {};
  return scale === "log" ? { ...pooled, asRatio: { ...ratioOf(pooled), ...limits } } : pooled;
}

function studyOf({ rowId, effect, ...result }: StudyResult, row: Row, scale: Scale) {
  const { slab, studyId, year, outcome, timepoint, comparator, data } = row;
  const known = effect && { ...effect, sei: Math.sqrt(effect.vi) };
  const asRatio = effect && scale === "log" ? { asRatio: ratioOf({ mu: effect.yi, ...effect }) } : {};
  return {
    id: slab,
    study: studyId,
    row: rowId,
    year,
    outcome,
    timepoint,
    comparator,
    ...result,
    effect: known,
    ...asRatio,
    data,
  };
}

function ratioOf({ mu, ciLb, ciUb }: Pick<Pooled, "mu" | "ciLb" | "ciUb">) {
  return { estimate: Math.exp(mu), ciLb: Math.exp(ciLb), ciUb: Math.exp(ciUb) };
}
