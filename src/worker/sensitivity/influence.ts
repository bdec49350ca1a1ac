import { conclude } from "../../model/conclusion";
import type { Dataset } from "../../model/descriptor";
import type { AskedOf } from "../../model/exploration";
import type { Influence, StudyInfluence } from "../../model/sensitivity";
import type { Row } from "../../model/study";
import { baujat, caseDiagnostics, leaveOneOut, radial } from "../../stats/index";
import { pooledOf } from "../poolable";
import { smallestFlip } from "./flip";
import { intervalsIncluded, refitIncluded } from "./included";
import { keptLast } from "./keptLast";

/**
 * How far the overall result of the question's cell rests on single studies. Diagnostics and Baujat's point are those of
 * inverse-variance weights, whichever the page pools by.
 */
export function influence(dataset: Dataset, { question }: AskedOf<"influence">): Influence {
  return influenceOf(dataset, question);
}

const influenceOf = keptLast((studies): Influence => {
  const { analysis, rows, yi, vi } = studies;
  const { overall, model, measure } = analysis;
  if (!overall) return { measure, overall, conclusion: null, studies: [], flip: null, band: 0 };
  const deleted = leaveOneOut(yi, vi, model);
  const diagnostics = listed(caseDiagnostics(yi, vi, model, deleted));
  const pulls = listed(baujat(yi, vi, model, deleted));
  const { points, band } = radial(yi, vi, overall, model.level);
  const refit = refitIncluded(studies);
  const places = rows.map((_, i) => i);
  const fits = model.weighting === "IV" ? listed(deleted) : places.map((i) => refit(places.toSpliced(i, 1)));
  const ids = rows.map((row) => row.id);
  return {
    ...{ measure, overall, band, conclusion: conclude(overall), flip: smallestFlip(ids, intervalsIncluded(studies)) },
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
});

function listed<T>(found: readonly T[] | { readonly reason: string }): readonly T[] {
  return "reason" in found ? [] : found;
}

function risksOf({ data }: Row): StudyInfluence["risks"] {
  return data.kind === "counts" ? { x: data.ci / data.n2i, y: data.ai / data.n1i } : null;
}
