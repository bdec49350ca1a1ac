import { createElement, memo, type ReactElement } from "react";
import { renderTree, type SvgNode } from "../scene/renderTree";
import type { Scene } from "../scene/scene";

interface Props {
  readonly scene: Scene;
}

/** Draws a scene: the same elements and attributes as the exported file, made by React. */
export const SceneView = memo(function SceneView({ scene }: Props) {
  const { width, height, title, description } = scene;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}. ${description}`}
    >
      {element(renderTree(scene))}
    </svg>
  );
});

/** One node of the tree as a React element. */
export function element({ tag, key, attrs, text, children }: SvgNode): ReactElement {
  return createElement(tag, { key, ...attrs }, text ?? (children.length > 0 ? children.map(element) : undefined));
}
