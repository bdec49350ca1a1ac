import type { AppServices } from "../appContext";
import { filesIn } from "./droppedFiles";
import { openFiles } from "./openFiles";
import { looksLikeTable, openText } from "./pastedTable";

/** What was dropped or pasted, as the event had it. */
export interface Carried {
  readonly entries: readonly FileSystemEntry[];
  /** The same without folders' contents; all there is where a browser gives no entries. */
  readonly files: readonly File[];
  readonly text: string;
}

/** Opens what was dropped or pasted: files before text, a text only where it looks like a table. */
export async function takeIn(page: AppServices, { entries, files, text }: Carried): Promise<void> {
  const hasFolder = entries.some(({ isDirectory }) => isDirectory);
  // A folder that cannot be read stands among the files too: opening it then says so.
  const inFolders = hasFolder ? await filesIn(entries).catch(() => files) : files;
  if (inFolders.length > 0) await openFiles(page, inFolders);
  else if (looksLikeTable(text)) await openText(page, text);
}
