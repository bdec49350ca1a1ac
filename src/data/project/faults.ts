import type { UserError } from "../../model/userError";
import { excerpt } from "../excerpt";

export const linkBroken = (): UserError => ({
  code: "data-link-broken",
  message: "The link carries data, but not whole: a program on its way has cut or changed it.",
  remedy:
    "Ask the sender for the link again in another way, or for the project file. Nothing that you keep was touched.",
  where: {},
});

export const linkNewer = (): UserError => ({
  code: "data-link-newer",
  message: "The link was made by a newer Understory, whose data this one may misread.",
  remedy: "Reload the page to get the newest version, then open the link again.",
  where: {},
});

export const projectNotJson = (): UserError => ({
  code: "project-not-json",
  message: "The project file is cut or was changed: its text cannot be read.",
  remedy: "Save the project again where it was made, or ask for another copy. Nothing that you keep was touched.",
  where: {},
});

export const projectNewer = (writtenBy: string): UserError => ({
  code: "project-newer",
  message: `The project file was saved by a newer Understory${writtenBy ? ` (${excerpt(writtenBy)})` : ""}, and this one may misread it.`,
  remedy: "Reload the page to get the newest version, then open the file again. Nothing that you keep was touched.",
  where: {},
});

export const projectWrong = (place: string, why: string): UserError => ({
  code: "project-wrong",
  message: `The project file cannot be used: “${excerpt(place)}” ${excerpt(why)}.`,
  remedy: "Save the project again where it was made, or ask for another copy. Nothing that you keep was touched.",
  where: {},
});

export const projectEmpty = (): UserError => ({
  code: "project-empty",
  message: "The project file holds no data.",
  remedy: "Choose another file.",
  where: {},
});

/** A dataset of a project that cannot be used beside others that can. */
export const datasetWrong = (name: string, why: string): UserError => ({
  code: "project-dataset-wrong",
  message: `“${excerpt(name)}” in the project file cannot be used: ${excerpt(why)}.`,
  remedy: "The other data of the file are open. Save the project again where it was made, or ask for another copy.",
  where: {},
});
