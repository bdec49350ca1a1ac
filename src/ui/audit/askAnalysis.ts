import type { Dataset } from "../../model/descriptor";
import { EXPORTED_ANALYSIS, EXPORTED_SUBGROUP, type ExportedAnalysis } from "../../model/exportedAnalysis";
import { exportedMeasure, exportedModel } from "../../model/exportedModel";
import type { PoolingModel } from "../../model/poolingModel";
import type { Selection } from "../../model/selection";

/** What the page must ask to show an exported analysis under its own settings; null where its rows are not there. */
export function askAnalysis(
  { id, settings, subgroups }: ExportedAnalysis,
  { descriptor, rows }: Dataset,
): { readonly model: PoolingModel; readonly selection: Partial<Selection> } | null {
  const isOwn = (columns: (typeof rows)[number]["columns"]) => String(columns[EXPORTED_ANALYSIS] ?? "") === id;
  const first = rows.find(({ columns }) => isOwn(columns));
  if (!first) return null;
  const { outcome, timepoint } = first;
  const isShared = rows.some((row) => row.outcome === outcome && row.timepoint === timepoint && !isOwn(row.columns));
  const hasSubgroups = subgroups.length > 0 && descriptor.columns.some(({ name }) => name === EXPORTED_SUBGROUP);
  return {
    model: exportedModel(settings),
    selection: {
      ...{ outcome, timepoint, hiddenComparators: [], excluded: [], thenBy: null },
      compareBy: hasSubgroups ? EXPORTED_SUBGROUP : null,
      // Only where other analyses report the same, so that a link stays short.
      filters: isShared ? { [EXPORTED_ANALYSIS]: { kind: "values", values: [id] } } : {},
      measure: exportedMeasure(settings, first.data.kind),
    },
  };
}
