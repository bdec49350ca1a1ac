import type { Mark, Point } from "../scene/scene";
import type { Shape } from "./groupStyle";

interface Paint {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly dash?: string;
}

/** A point of a scatter plot: shapes of about equal area around `at`, `r` being the circle's radius in pixels. */
export function shapeMark(shape: Shape, [x, y]: Point, r: number, paint: Paint): Mark {
  const corners = (...points: readonly Point[]): Mark => ({
    kind: "polygon",
    points: points.map(([dx, dy]): Point => [x + r * dx, y + r * dy]),
    ...paint,
  });
  switch (shape) {
    case "circle":
      return { kind: "circle", at: [x, y], r, ...paint };
    case "square":
      return { kind: "rect", at: [x - 0.9 * r, y - 0.9 * r], size: [1.8 * r, 1.8 * r], ...paint };
    case "triangle":
      return corners([0, -1.25], [1.2, 0.85], [-1.2, 0.85]);
    case "invertedTriangle":
      return corners([0, 1.25], [1.2, -0.85], [-1.2, -0.85]);
    case "diamond":
      return corners([0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]);
    case "bar":
      return corners([-0.55, -1.4], [0.55, -1.4], [0.55, 1.4], [-0.55, 1.4]);
  }
}
