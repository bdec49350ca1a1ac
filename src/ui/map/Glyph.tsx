import { useMemo } from "react";
import type { MapCell } from "../../model/analysis";
import { cellGlyph, rowDomain } from "../../plots/evidenceGlyph";
import { SceneView } from "../SceneView";
import { useTheme } from "../useTheme";

interface Props {
  readonly cell: MapCell;
  /** Cells of the same outcome: they share an axis. */
  readonly siblings: readonly MapCell[];
  readonly comparators: readonly string[];
  /** CSS pixels. */
  readonly width: number;
}

const HEIGHT = 26;

/** A cell's result at a glance; its numbers are in the cell's name. */
export function Glyph({ cell, siblings, comparators, width }: Props) {
  const { figure: theme } = useTheme();
  const scene = useMemo(
    () => cellGlyph(cell, { domain: rowDomain(siblings), width, height: HEIGHT, theme, comparators }),
    [cell, siblings, width, theme, comparators],
  );
  return <SceneView scene={scene} decorative />;
}
