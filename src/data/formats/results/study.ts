import { columnKey } from "../../tidy";
import { type Columns, type TableView, textIn } from "../tableView";

/** Names of columns that say which study a row is, from the likeliest. */
const STUDY = ["studlab", "slab", "label", "studyname", "studylabel", "studyid", "study", "trialname", "trial"];
const SOURCE = ["source", "id", "name", "reference", "citation"];
const AUTHORS = ["author", "authors", "firstauthor"];
const WHOLE = /^\d+$/;
const YEAR = /(?:1[89]|20)\d\d/;

/** How the study of a row is read, with the columns that are not kept beside it. */
export interface StudyColumns {
  readonly taken: readonly number[];
  readonly study: (cells: readonly string[]) => string;
  readonly year: (cells: readonly string[]) => string;
}

/** Whether some column of a header names studies. */
export function hasStudies({ at }: Columns): boolean {
  return at(...STUDY, ...AUTHORS, ...SOURCE) !== null;
}

/**
 * The study's name: the first column of names that are not mere numbers, authors having their year added; else
 * "Study 3". Null where no column could name studies.
 */
export function studyColumns(view: TableView): StudyColumns | null {
  const years = view.at("year", "publicationyear", "pubyear", "publishedyear");
  const isYear = years !== null && view.rows.some(({ cells }) => YEAR.test(textIn(cells, years)));
  const year = (cells: readonly string[]) => (isYear ? textIn(cells, years) : "");
  const places = [...STUDY, ...AUTHORS, ...SOURCE].flatMap((key) => view.at(key) ?? []);
  const named = places.find((place) => namesStudies(view, place));
  const place = named ?? places[0];
  if (place === undefined) return null;
  const isAuthor = AUTHORS.includes(columnKey(view.header[place]!));
  return {
    taken: isYear ? [place, years] : [place],
    year,
    study: (cells) => {
      const text = textIn(cells, place);
      if (text === "") return "";
      if (named === undefined) return `Study ${text}`;
      return isAuthor && year(cells) !== "" && !YEAR.test(text) ? `${text} ${year(cells)}` : text;
    },
  };
}

/** Whether a column holds more than numbers, and one that may be of sources or ids not the same few words. */
function namesStudies({ header, rows }: TableView, place: number): boolean {
  if (rows.every(({ cells }) => WHOLE.test(cells[place] || "0"))) return false;
  if (!SOURCE.includes(columnKey(header[place]!))) return true;
  return 2 * new Set(rows.map(({ cells }) => cells[place])).size > rows.length;
}
