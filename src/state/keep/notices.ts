import type { UserError } from "../../model/userError";

const said = (code: string, message: string, remedy: string): UserError => ({ code, message, remedy, where: {} });

/** What keeping failed of, in the reader's words. */
export function notKeptBecause(fault: unknown, name: string): UserError {
  const kind = fault instanceof Error ? fault.name : "";
  if (kind === "QuotaExceededError") {
    return said(
      "storage-full",
      `This browser has no room left to keep “${name}”: what you do stays in this tab until it is closed.`,
      "Save it as a project file with “Share”, or delete data under “Your data” that you no longer need.",
    );
  }
  if (kind === "VersionError") {
    return said(
      "storage-newer",
      `A newer Understory has kept data in this browser, so “${name}” stays in this tab until it is closed.`,
      "Reload the page to get the newest version; if there is work in this tab, save it as a project file first.",
    );
  }
  return said(
    "storage-denied",
    `This browser does not let the page keep data (a private window, or a setting), so “${name}” stays in this tab until it is closed.`,
    "Save it as a project file with “Share” before you leave.",
  );
}

export const savedAsCopy = (name: string, copy: string): UserError =>
  said(
    "saved-as-copy",
    `“${name}” was also changed in another tab. Nothing was overwritten: what you did in this tab is kept as “${copy}”.`,
    "Both are listed under “Your data”; delete the one that you do not need.",
  );

export const deletedElsewhere = (name: string): UserError =>
  said(
    "deleted-elsewhere",
    `“${name}” was deleted in another tab. It is still open in this one, but no longer kept.`,
    "Save it as a project file with “Share”, or open its file again, if you still need it.",
  );

export const notReadable = (name: string): UserError =>
  said(
    "kept-not-readable",
    `“${name}” is kept in this browser, but cannot be read any more.`,
    "Open its file again. What was on the page is still there.",
  );

export const alreadyHere = (name: string): UserError =>
  said(
    "data-known",
    `You have these data already, as “${name}”.`,
    "They are open with what the link or the file asks of them.",
  );

export const openedBeside = (name: string, kept: string): UserError =>
  said(
    "opened-beside",
    `You have kept another state of “${kept}”. Nothing was overwritten: what came now is “${name}”.`,
    "Both are listed under “Your data”.",
  );

export const projectOpened = (names: readonly string[]): UserError =>
  said(
    "project-opened",
    `The project file holds ${names.length} datasets; “${names[0] ?? ""}” is on the page.`,
    "The others are in the list of datasets under “Your data”.",
  );

export const rowsReadOtherwise = (name: string): UserError =>
  said(
    "rows-read-otherwise",
    `The rows of “${name}” are not those that were saved in the project file.`,
    "The file was changed since, or another version of Understory reads it otherwise. Compare the numbers before you use them.",
  );

export const siteDataChanged = (title: string, theirs: string, ours: string): UserError =>
  said(
    "site-data-changed",
    `“${title}” has changed since the link was made: its rows had the fingerprint ${theirs}, and have ${ours} here.`,
    "The page asks the same question of the rows that are here; compare the numbers with care.",
  );
