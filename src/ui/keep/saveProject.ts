import { slug } from "../../export/fileName";
import type { AppServices } from "../appContext";
import { saveFile } from "../saveFile";

/** Saves a project file with some of the reader's data. @param name what the file is called after. */
export async function saveProject({ keep }: AppServices, ids: readonly string[], name: string): Promise<void> {
  const text = await (await keep()).projectOf(ids);
  saveFile(`${slug(name) || "data"}.understory.json`, text, "application/json");
}
