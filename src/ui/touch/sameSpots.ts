import type { Spot } from "../../scene/scene";

/** Whether two drawings have the same places under `name`, so that what is laid over them need not be drawn anew. */
export function sameSpots<Name extends string>(name: Name) {
  return (a: Readonly<Record<Name, readonly Spot[]>>, b: Readonly<Record<Name, readonly Spot[]>>): boolean => {
    const others = b[name];
    return a[name].length === others.length && a[name].every((spot, i) => isSame(spot, others[i]));
  };
}

function isSame(a: Spot, b: Spot | undefined): boolean {
  return (
    b !== undefined &&
    a.key === b.key &&
    a.label === b.label &&
    a.box.x === b.box.x &&
    a.box.y === b.box.y &&
    a.box.width === b.box.width &&
    a.box.height === b.box.height
  );
}
