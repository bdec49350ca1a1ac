import { conclude } from "../../model/conclusion";
import type { Cumulative, Influence, StudyInfluence } from "../../model/sensitivity";
import { baujat, caseDiagnostics, leaveOneOut, pool, radial } from "../../stats/index";
import type { ForestInput } from "../forestInput";

function listed<T>(found: readonly T[] | { readonly reason: string }): readonly T[] {
  return "reason" in found ? [] : found;
}

function pooledStudies({ analysis, rows }: ForestInput) {
  return analysis.studies.flatMap(({ rowId, effect, state }) =>
    effect && state === "included" ? [{ row: rows(rowId), ...effect }] : [],
  );
}

/** How far the result of a visual case rests on single studies, by the project's own statistics. */
export function caseInfluence(input: ForestInput): Influence {
  const { overall, measure, model } = input.analysis;
  const studies = pooledStudies(input);
  if (!overall) return { measure, overall, conclusion: null, studies: [], flip: null, band: 0 };
  const yi = studies.map((s) => s.yi);
  const vi = studies.map((s) => s.vi);
  const deleted = listed(leaveOneOut(yi, vi, model));
  const diagnostics = listed(caseDiagnostics(yi, vi, model));
  const pulls = listed(baujat(yi, vi, model));
  const { points, band } = radial(yi, vi, overall, model.level);
  return {
    ...{ measure, overall, conclusion: conclude(overall), flip: null, band },
    studies: studies.map(({ row }, i): StudyInfluence => {
      const { id: rowId, studyId, data } = row;
      const fit = deleted[i];
      return {
        ...{ rowId, studyId, yi: yi[i]!, vi: vi[i]!, radial: points[i]! },
        without: fit ? { ...fit, N: null } : null,
        diagnostics: diagnostics[i] ?? null,
        baujat: pulls[i] ?? null,
        risks: data.kind === "counts" ? { x: data.ci / data.n2i, y: data.ai / data.n1i } : null,
      };
    }),
  };
}

/** The results of a visual case as its studies join, the oldest first. */
export function caseCumulative(input: ForestInput): Cumulative {
  const { measure, model } = input.analysis;
  const studies = pooledStudies(input).toSorted((a, b) => (a.row.year ?? 0) - (b.row.year ?? 0));
  const results = studies.map((_, i) => {
    const joined = studies.slice(0, i + 1);
    const fit = pool(
      joined.map((s) => s.yi),
      joined.map((s) => s.vi),
      model,
    );
    return { ...fit, N: null };
  });
  return {
    measure,
    steps: studies.map(({ row }, i) => ({ rowId: row.id, studyId: row.studyId, pooled: results[i]! })),
  };
}
