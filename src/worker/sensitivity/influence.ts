import type { Pooled } from "../../model/analysis";
import type { Dataset } from "../../model/descriptor";
import type { AskedOf } from "../../model/exploration";
import { conclude, type Influence, type StudyInfluence } from "../../model/sensitivity";
import { participants, type Row } from "../../model/study";
import { baujat, caseDiagnostics, type Fit, leaveOneOut, radial } from "../../stats/index";
import { smallestFlip } from "./flip";
import { included } from "./included";

/** How far the overall result of the question's cell rests on single studies. */
export function influence(dataset: Dataset, { question }: AskedOf<"influence">): Influence {
  const { analysis, rows, yi, vi } = included(dataset, question);
  const { overall, model, measure } = analysis;
  if (!overall) return { measure, overall, conclusion: null, studies: [], flip: null, band: 0 };
  const deleted = leaveOneOut(yi, vi, model);
  const diagnostics = listed(caseDiagnostics(yi, vi, model, deleted));
  const pulls = listed(baujat(yi, vi, model, deleted));
  const { points, band } = radial(yi, vi, overall, model.level);
  const fits = listed(deleted);
  const ids = rows.map((row) => row.id);
  return {
    ...{ measure, overall, band, conclusion: conclude(overall), flip: smallestFlip(ids, yi, vi, model) },
    studies: rows.map(
      (row, i): StudyInfluence => ({
        ...{ rowId: row.id, studyId: row.studyId, yi: yi[i]!, vi: vi[i]! },
        without: fits[i] ? pooledOf(fits[i], rows.toSpliced(i, 1)) : null,
        diagnostics: diagnostics[i] ?? null,
        baujat: pulls[i] ?? null,
        radial: points[i]!,
        risks: risksOf(row),
      }),
    ),
  };
}

function listed<T>(found: readonly T[] | { readonly reason: string }): readonly T[] {
  return "reason" in found ? [] : found;
}

/** A fit with the participants of its studies. */
export function pooledOf({ weights: _, ...fit }: Fit, rows: readonly Row[]): Pooled {
  const counts = rows.map(participants);
  const N = counts.every((n) => n !== null) ? counts.reduce((sum, n) => sum + n, 0) : null;
  return { ...fit, N };
}

function risksOf({ data }: Row): StudyInfluence["risks"] {
  return data.kind === "counts" ? { x: data.ci / data.n2i, y: data.ai / data.n1i } : null;
}
