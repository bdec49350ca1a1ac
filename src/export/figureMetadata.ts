import type { Analysis, Pooled } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import type { Look } from "../model/look";

/** What a figure is made of beside its analysis. */
export interface FigureOrigin {
  readonly version: string;
  /** The address that shows this very analysis. */
  readonly link: string;
  /** SHA-256 of the dataset's rows in hexadecimal; null where the browser cannot compute it. */
  readonly dataHash: string | null;
  readonly look: Look;
}

/** What a figure must carry so that its numbers can be made again: data, selection, model, results, version, link. */
export function figureMetadata(analysis: Analysis, descriptor: Descriptor, origin: FigureOrigin) {
  const { selection, model, measure, overall, groups } = analysis;
  const { id, title, kind, doi } = descriptor;
  return {
    software: "Understory",
    version: origin.version,
    link: origin.link,
    dataset: { id, title, kind, doi, sha256: origin.dataHash },
    note: descriptor.figureNote,
    selection: { ...selection, measure: measure.measure },
    model,
    look: origin.look,
    scale: measure.scale,
    overall: overall && resultOf(overall),
    groups: groups.map(({ key, pooled }) => ({ key, pooled: pooled && resultOf(pooled) })),
  };
}

export type FigureMetadata = ReturnType<typeof figureMetadata>;

function resultOf({ k, N, mu, se, ciLb, ciUb, tau2, heterogeneity, predint }: Pooled) {
  return { k, N, mu, se, ciLb, ciUb, tau2, I2: heterogeneity?.I2 ?? null, predint };
}
