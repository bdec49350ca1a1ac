import type { Finding } from "../../model/finding";

/** True for a finding that the reader should look at: not only worth knowing, and not put aside. */
export function isOpen({ id, severity }: Finding, dismissed: ReadonlySet<string>): boolean {
  return severity !== "note" && !dismissed.has(id);
}
