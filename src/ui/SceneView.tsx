import { memo, useEffect, useLayoutEffect, useRef } from "react";
import { renderTree, type SvgNode } from "../scene/renderTree";
import type { Scene } from "../scene/scene";
import type { Glide } from "./glide";
import { patchSvg } from "./patchSvg";

interface Props {
  readonly scene: Scene;
  /** True where the figure only repeats what is said beside it. */
  readonly decorative?: boolean;
  /** True where marks glide to their new place, for figures of few rows. */
  readonly glides?: boolean;
}

/** Draws a scene: the same elements and attributes as the exported file. */
export const SceneView = memo(function SceneView({ scene, decorative = false, glides = false }: Props) {
  const { width, height, title, description } = scene;
  const svg = useRef<SVGSVGElement>(null);
  const drawn = useRef<{ readonly tree: SvgNode; readonly scene: Scene } | null>(null);
  const glide = useRef<Glide | null>(null);
  useLayoutEffect(() => {
    if (!svg.current) return;
    const last = drawn.current;
    const tree = renderTree(scene);
    // Another question, or another size, is another figure: nothing of the old one goes anywhere in it.
    const isSame = last?.scene.title === title && last.scene.width === width;
    const carrier = (isSame && glide.current?.carrier()) || null;
    if (!carrier) glide.current?.land();
    patchSvg(svg.current, last?.tree ?? null, tree, carrier);
    drawn.current = { tree, scene };
    if (carrier) glide.current?.go();
  }, [scene, title, width]);
  useEffect(() => {
    if (!glides) return;
    let isCurrent = true;
    void import("./glide").then(({ createGlide }) => {
      if (isCurrent) glide.current = createGlide();
    });
    return () => {
      isCurrent = false;
      glide.current?.land();
      glide.current = null;
    };
  }, [glides]);
  const name = decorative ? { "aria-hidden": true } : { role: "img", "aria-label": `${title}. ${description}` };
  return <svg ref={svg} width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...name} />;
});
