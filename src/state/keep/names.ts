import type { OwnData } from "../../model/ownData";

/** The name, or the name with the first free number: "Pain (2)". */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  const stem = name.replace(/ \(\d{1,6}\)$/, "");
  for (let i = 2; ; i++) if (!taken.includes(`${stem} (${i})`)) return `${stem} (${i})`;
}

/** The same data as others. */
export function copyOf(own: OwnData, name: string): OwnData {
  return { ...own, name, id: freshId() };
}

/** Pages that are served over plain http have no `randomUUID`. */
function freshId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
