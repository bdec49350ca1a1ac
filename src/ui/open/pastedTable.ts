import type { InspectChoice } from "../../worker/import/protocol";
import type { AppServices } from "../appContext";

/** What a pasted table is called where a file has its name. */
const PASTED = "Pasted table";

/** True for text of several lines, as cells that are copied from a spreadsheet are. */
export function looksLikeTable(text: string): boolean {
  const lines = text.trim().split(/\r\n?|\n/, 3);
  return lines.length > 1 && lines.every((line) => /[\t,;]/.test(line));
}

/** Opens text of the clipboard as a table. */
export async function openText(page: AppServices, text: string, choice: InspectChoice = {}): Promise<void> {
  const read = async () => [{ name: PASTED, bytes: new TextEncoder().encode(text) }];
  await (await page.opening()).open({ name: PASTED, read }, choice);
}
