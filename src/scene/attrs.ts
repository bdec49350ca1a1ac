import type { Mark, Point } from "./scene";

/** SVG presentation attributes in React's spelling. */
export type Attrs = Readonly<Record<string, string | number>>;

type Paint = {
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: string;
  readonly fill?: string;
  readonly fillOpacity?: number;
};

/** The SVG element of a mark and its attributes: the one table that the page and the file are both drawn from. */
export function attrs(mark: Mark): readonly [tag: string, attrs: Attrs] {
  switch (mark.kind) {
    case "rule": {
      const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
      return ["line", { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), ...stroke(mark) }];
    }
    case "rect": {
      const [[x, y], [width, height]] = [mark.at, mark.size];
      const corners = mark.rx === undefined ? {} : { rx: mark.rx };
      const box = { x: round(x), y: round(y), width: round(width), height: round(height) };
      return ["rect", { ...box, ...corners, ...fill(mark), ...stroke(mark) }];
    }
    case "circle": {
      const [cx, cy] = mark.at;
      return ["circle", { cx: round(cx), cy: round(cy), r: round(mark.r), ...fill(mark), ...stroke(mark) }];
    }
    case "polygon":
      return ["polygon", { points: pointList(mark.points), ...fill(mark), ...stroke(mark) }];
    case "polyline":
      return ["polyline", { points: pointList(mark.points), fill: "none", ...stroke(mark) }];
    case "text": {
      const [x, y] = mark.at;
      return [
        "text",
        {
          x: round(x),
          y: round(y),
          fontSize: mark.size,
          ...(mark.anchor && mark.anchor !== "start" ? { textAnchor: mark.anchor } : {}),
          ...(mark.weight ? { fontWeight: mark.weight } : {}),
          ...(mark.italic ? { fontStyle: "italic" } : {}),
          ...(mark.strike ? { textDecoration: "line-through" } : {}),
          fill: mark.fill,
        },
      ];
    }
    case "group":
      return ["g", {}];
  }
}

function stroke(mark: Paint): Attrs {
  if (mark.stroke === undefined) return {};
  return {
    stroke: mark.stroke,
    ...(mark.strokeWidth === undefined ? {} : { strokeWidth: mark.strokeWidth }),
    ...(mark.dash === undefined ? {} : { strokeDasharray: mark.dash }),
  };
}

/** A closed shape without a fill is hollow: SVG's own default would be black. */
function fill(mark: Paint): Attrs {
  const opacity = mark.fillOpacity === undefined ? {} : { fillOpacity: mark.fillOpacity };
  return { fill: mark.fill ?? "none", ...opacity };
}

function pointList(points: readonly Point[]): string {
  return points.map(([x, y]) => `${round(x)},${round(y)}`).join(" ");
}

/** To a hundredth of a pixel; `+ 0` turns −0 into 0. */
function round(x: number): number {
  return Math.round(x * 100) / 100 + 0;
}
