import { type FigureRecord, readFigure } from "../../export/readFigure";
import type { UserError } from "../../model/userError";
import type { AppState, Held } from "../../state/appState";
import type { Correct, Loading } from "../../state/loading";
import { dataHash } from "./dataHash";
import { isNewer } from "./isNewer";

/** What opening a figure needs of the page. */
export interface Reopening {
  readonly loading: Pick<Loading, "openBundled" | "reopen">;
  readonly state: () => Pick<AppState, "held" | "own">;
  readonly say: (notice: UserError) => void;
  /** Brings a dataset to what a link's search part asks for. */
  readonly linkedBy: (search: string) => Correct;
  /** Ids of this site's datasets, the default one first. */
  readonly datasets: readonly string[];
  readonly version: string;
}

/**
 * Opens the analysis that an exported figure carries, or says why it cannot.
 * @returns false where the file is no figure of ours: it is then for others to read.
 */
export async function reopenFigure(bytes: Uint8Array, fileName: string, page: Reopening): Promise<boolean> {
  const figure = readFigure(bytes);
  if (!figure) return false;
  const notice = await open(figure, page);
  if (notice) page.say({ ...notice, message: `“${fileName}” ${notice.message}`, where: {} });
  return true;
}

type Notice = Pick<UserError, "code" | "message" | "remedy">;

async function open({ version, dataset, link }: FigureRecord, page: Reopening): Promise<Notice | null> {
  if (isNewer(version, page.version)) return madeByNewer(version, link);
  const { search, searchParams } = new URL(link);
  const correct = page.linkedBy(search);
  // A dataset of the same rows that is open already is the figure's own, whatever it is called here.
  const { held, own } = page.state();
  const same = await ofSameRows(held ? [held, ...own] : own, dataset.sha256);
  if (same) {
    page.loading.reopen(same, correct);
    return null;
  }
  const id = searchParams.get("data") ?? page.datasets[0] ?? "";
  if (!page.datasets.includes(id)) return notHere(dataset.title);
  await page.loading.openBundled(id, correct);
  const opened = page.state().held;
  if (opened?.key !== id || dataset.sha256 === null) return null;
  const hash = await dataHash(opened.dataset);
  return hash === null || hash === dataset.sha256 ? null : ofOtherRows(dataset.title);
}

async function ofSameRows(candidates: readonly Held[], sha256: string | null): Promise<Held | null> {
  if (sha256 === null) return null;
  for (const held of candidates) if ((await dataHash(held.dataset)) === sha256) return held;
  return null;
}

function madeByNewer(version: string, link: string): Notice {
  return {
    code: "figure-newer",
    message: `was made by Understory ${version}, which this older one may not understand.`,
    remedy: `Open it where it was made: ${link}`,
  };
}

function notHere(title: string): Notice {
  return {
    code: "figure-data-not-here",
    message: `shows “${title}”, data that are not on this site. Figures carry their question, not their data.`,
    remedy: "Open the file of those data with “Open your data”, then drop the figure again.",
  };
}

function ofOtherRows(title: string): Notice {
  return {
    code: "figure-data-changed",
    message: `was made from other rows than “${title}” has here, so its numbers cannot be shown again.`,
    remedy: "The page asks the same question of the rows that are here; compare the numbers with care.",
  };
}
