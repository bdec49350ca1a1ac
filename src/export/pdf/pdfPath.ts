import type { Point } from "../../scene/scene";

const ROUND = 0.5523; // control points of a quarter circle, in radii

/** A closed rectangle with round corners; a circle where the radius is half a side. */
export function roundedRect(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  const c = r * (1 - ROUND);
  const [right, bottom] = [x + width, y + height];
  return [
    move([x + r, y]),
    line([right - r, y]),
    curve([right - c, y], [right, y + c], [right, y + r]),
    line([right, bottom - r]),
    curve([right, bottom - c], [right - c, bottom], [right - r, bottom]),
    line([x + r, bottom]),
    curve([x + c, bottom], [x, bottom - c], [x, bottom - r]),
    line([x, y + r]),
    curve([x, y + c], [x + c, y], [x + r, y]),
    "h",
  ].join(" ");
}

export function polyline([first, ...others]: readonly Point[]): string {
  return first === undefined ? "" : [move(first), ...others.map(line)].join(" ");
}

export function move([x, y]: Point): string {
  return `${n(x)} ${n(y)} m`;
}

export function line([x, y]: Point): string {
  return `${n(x)} ${n(y)} l`;
}

function curve(...points: readonly [Point, Point, Point]): string {
  return `${points.map(([x, y]) => `${n(x)} ${n(y)}`).join(" ")} c`;
}

/** A number as PDF reads it: to a thousandth, without an exponent. */
export function n(x: number): string {
  return String(Math.round(x * 1000) / 1000 + 0);
}
