import type { Analysis, Pooled } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";

/** What a figure must carry so that its numbers can be made again: data, selection, model, results, version, link. */
export function figureMetadata(analysis: Analysis, descriptor: Descriptor, version: string, link: string) {
  const { selection, model, measure, overall, groups } = analysis;
  return {
    software: "Understory",
    version,
    link,
    dataset: { id: descriptor.id, title: descriptor.title, kind: descriptor.kind, doi: descriptor.doi },
    note: descriptor.figureNote,
    selection: { ...selection, measure: measure.measure },
    model,
    scale: measure.scale,
    overall: overall && resultOf(overall),
    groups: groups.map(({ key, pooled }) => ({ key, pooled: pooled && resultOf(pooled) })),
  };
}

function resultOf({ k, N, mu, se, ciLb, ciUb, tau2, heterogeneity, predint }: Pooled) {
  return { k, N, mu, se, ciLb, ciUb, tau2, I2: heterogeneity?.I2 ?? null, predint };
}
