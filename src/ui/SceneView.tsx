import { memo, useLayoutEffect, useRef } from "react";
import { renderTree, type SvgNode } from "../scene/renderTree";
import type { Scene } from "../scene/scene";
import { patchSvg } from "./patchSvg";

interface Props {
  readonly scene: Scene;
  /** True where the figure only repeats what is said beside it. */
  readonly decorative?: boolean;
}

/** Draws a scene: the same elements and attributes as the exported file. */
export const SceneView = memo(function SceneView({ scene, decorative = false }: Props) {
  const { width, height, title, description } = scene;
  const svg = useRef<SVGSVGElement>(null);
  const drawn = useRef<SvgNode | null>(null);
  useLayoutEffect(() => {
    if (!svg.current) return;
    const tree = renderTree(scene);
    patchSvg(svg.current, drawn.current, tree);
    drawn.current = tree;
  }, [scene]);
  const name = decorative ? { "aria-hidden": true } : { role: "img", "aria-label": `${title}. ${description}` };
  return <svg ref={svg} width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...name} />;
});
