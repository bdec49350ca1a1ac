import { isProject } from "../../data/project/project";
import type { AppServices } from "../appContext";

const PROJECT_NAME = /\.understory\.json$/i;

/** Opens a project file, or says why it cannot; false where the file is none, whose text is then for others to read. */
export async function openProjectFile({ keep }: AppServices, file: File): Promise<boolean> {
  const text = await file.text().catch(() => "");
  // A project that is cut is still one, by its name.
  if (!PROJECT_NAME.test(file.name) && !isProject(parsed(text))) return false;
  await (await keep()).openProject(text);
  return true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
