import { type ProjectDataset, readProject, writeProject } from "../../data/project/project";
import type { OwnData } from "../../model/ownData";
import type { UserError } from "../../model/userError";
import type { Correct } from "../loading";
import { linkedBy } from "../url/linkedBy";
import type { Autosave } from "./autosave";
import { type Draft, draftOf, entryOf } from "./draft";
import type { KeptEntry } from "./keepStore";
import type { Needs } from "./needs";
import { notKeptBecause, projectOpened, rowsReadOtherwise } from "./notices";
import type { OwnOpening } from "./opening";
import { place } from "./placing";

/** What opening a project needs beside the page. */
interface Opener {
  readonly opening: OwnOpening;
  readonly autosave: Autosave;
  readonly written: (entry: KeptEntry) => void;
}

/** Opens a project file: keeps all its data and shows the first of them; what cannot be used is said. */
export async function openProject(needs: Needs, opener: Opener, text: string): Promise<void> {
  const { opening, autosave } = opener;
  const project = readProject(text);
  if ("error" in project) return opening.say(project.error);
  const notices: UserError[] = [...project.notes];
  const opened: ProjectDataset[] = [];
  await autosave.flush();
  for (const dataset of project.datasets) {
    const taken = await takeIn(needs, opener, dataset);
    opened.push({ ...dataset, own: taken.own });
    notices.push(...taken.notices.filter(({ message }) => notices.every((known) => known.message !== message)));
  }
  const [first] = opened;
  if (!first) return;
  if (opened.length > 1) notices.unshift(projectOpened(opened.map(({ own }) => own.name)));
  const correct: Correct = (asked, held) => {
    const { state, notices: corrections } = linkedBy(first.search)(asked, held);
    return { state, notices: [...notices, ...corrections] };
  };
  const held = await opening.show(first.own, correct, first.pinned);
  if (!held || first.sha256 === null) return;
  const sha256 = await needs.digest(held.dataset);
  if (sha256 !== null && sha256 !== first.sha256) opening.say(rowsReadOtherwise(first.own.name));
}

/** Keeps one dataset of a project beside what is here; what cannot be kept is listed for this visit. */
async function takeIn(
  needs: Needs,
  { opening, autosave, written }: Opener,
  dataset: ProjectDataset,
): Promise<{ readonly own: OwnData; readonly notices: readonly UserError[] }> {
  const { own, isHere, kept, notices } = await place(needs, dataset.own);
  if (kept) autosave.learn(kept);
  if (isHere) return { own, notices };
  try {
    const saved = await needs.db.save({ entry: entryOf({ ...dataset, own }), own, expected: 0 });
    if (saved.kind === "saved") {
      autosave.learn({ entry: saved.entry, own });
      written(saved.entry);
    }
    return { own, notices };
  } catch (fault) {
    await opening.hold(own);
    return { own, notices: [...notices, notKeptBecause(fault, own.name)] };
  }
}

/** The text of a project file with some of the data that are kept, or open and not kept. */
export async function projectOf(needs: Needs, ids: readonly string[]): Promise<string> {
  const datasets: ProjectDataset[] = [];
  for (const id of ids) {
    const draft = await draftOfId(needs, id);
    if (!draft) continue;
    const { dataset } = await needs.read(draft.own);
    datasets.push({ ...draft, sha256: dataset && (await needs.digest(dataset)) });
  }
  return writeProject(datasets, needs.version);
}

async function draftOfId({ store, db, defaultData }: Needs, id: string): Promise<Draft | null> {
  const state = store.getState();
  if (state.held?.own?.id === id) return draftOf(state, defaultData);
  const open = state.own.find(({ own }) => own?.id === id)?.own;
  const kept = await db.get(id).catch(() => null);
  const own = open ?? kept?.own;
  return own ? { own, search: kept?.entry.search ?? "", pinned: kept?.entry.pinned ?? null } : null;
}
