import { columnKey } from "../../tidy";
import type { ArmRecord } from "../armsToContrasts";
import type { Format, OpenedFile } from "../format";
import { hasStudies, type StudyColumns, studyColumns } from "../results/study";
import { findTable, numberIn, type TableView, textIn, type ViewRow, viewOf } from "../tableView";
import { readArms } from "./readArms";

const ARM = ["t", "treatment", "treat", "trt", "arm"];
const SIZE = ["n", "ni", "total"];
const MEAN = ["mean", "y", "m"];
const SD = ["sd"];
const EVENTS = ["r", "event", "events"];

/**
 * Tables with a row per study and numbered columns per arm: `Study, T.1, N.1, R.1, T.2, ...`. Where no column is of
 * events or means by its name, each further kind of numbered counts is an outcome (dat.linde2015).
 */
export const METAINSIGHT_WIDE: Format = {
  name: "MetaInsight, a row per study",
  recognises: (files) => tableOf(files) !== null,
  read: (files) => {
    const table = tableOf(files);
    if (!table) throw new RangeError("not a table with numbered arms");
    const view = viewOf(table);
    const stems = numberedStems(view.header);
    const outcomes = outcomesOf(view, stems);
    const study = studyColumns(view)!;
    const numbered = [stem(stems, ARM)!, stem(stems, SIZE)!, ...outcomes.flatMap(({ columns }) => columns)];
    const taken = new Set([...study.taken, ...numbered.flatMap((places) => [...places.values()])]);
    const further = view.header.flatMap((_, place) => (taken.has(place) ? [] : [place]));
    const arms = view.rows.flatMap((row) => armsOf(row, study, stems, outcomes, further));
    return readArms(
      METAINSIGHT_WIDE.name,
      table,
      arms,
      further.map((place) => view.header[place]!),
    );
  },
};

/** Places of a stem's columns by the number of their arm. */
type Numbered = ReadonlyMap<number, number>;
type Stems = ReadonlyMap<string, { readonly title: string; readonly places: Numbered }>;

interface ArmOutcome {
  readonly name: string;
  readonly columns: readonly Numbered[];
  readonly kind: "means" | "events";
}

function tableOf(files: readonly OpenedFile[]) {
  return findTable(files, (table) => {
    const stems = numberedStems(table.header);
    return hasStudies(table) && stem(stems, ARM) !== null && stem(stems, SIZE) !== null && hasResults(stems);
  });
}

/** Stems of columns that are numbered for arms 1 and 2 at least: "T.1", "n1", "resp 2". */
function numberedStems(header: readonly string[]): Stems {
  const stems = new Map<string, { title: string; places: Map<number, number> }>();
  for (const [place, name] of header.entries()) {
    const [, title, number] = /^(.{1,60}?)[._ ]?(\d)$/.exec(name.trim()) ?? [];
    if (title === undefined || number === undefined) continue;
    const key = columnKey(title);
    const known = stems.get(key) ?? { title, places: new Map<number, number>() };
    if (!known.places.has(Number(number))) known.places.set(Number(number), place);
    stems.set(key, known);
  }
  return new Map([...stems].filter(([, { places }]) => places.has(1) && places.has(2)));
}

function stem(stems: Stems, keys: readonly string[]): Numbered | null {
  return keys.map((key) => stems.get(key)).find((found) => found !== undefined)?.places ?? null;
}

function hasResults(stems: Stems): boolean {
  if (stem(stems, SD)) return stem(stems, MEAN) !== null;
  return stem(stems, EVENTS) !== null || otherStems(stems).length > 0;
}

/** Stems that are neither of the arms themselves nor of judgements and covariates. */
function otherStems(stems: Stems) {
  return [...stems].filter(
    ([key]) => !ARM.includes(key) && !SIZE.includes(key) && !MEAN.includes(key) && !/^(rob|covar|multi)/.test(key),
  );
}

function outcomesOf(view: TableView, stems: Stems): readonly ArmOutcome[] {
  const [mean, sd, events] = [stem(stems, MEAN), stem(stems, SD), stem(stems, EVENTS)];
  if (mean && sd) return [{ name: "", columns: [mean, sd], kind: "means" }];
  if (events) return [{ name: "", columns: [events], kind: "events" }];
  const counted = otherStems(stems).filter(([, { places }]) => holdsCounts(view, places));
  return counted.map(([, { title, places }]) => ({ name: title, columns: [places], kind: "events" }));
}

function holdsCounts({ rows }: TableView, places: Numbered): boolean {
  return rows.every(({ cells }) =>
    [...places.values()].every((place) => textIn(cells, place) === "" || Number.isInteger(numberIn(cells, place))),
  );
}

function armsOf(
  { row, cells }: ViewRow,
  study: StudyColumns,
  stems: Stems,
  outcomes: readonly ArmOutcome[],
  further: readonly number[],
): ArmRecord[] {
  const [names, sizes] = [stem(stems, ARM)!, stem(stems, SIZE)!];
  const about = { row, study: study.study(cells), year: study.year(cells), timepoint: "" };
  const others = further.map((place) => textIn(cells, place));
  return [...names].flatMap(([number, place]) => {
    const arm = textIn(cells, place);
    if (arm === "") return [];
    return outcomes.flatMap(({ name, columns, kind }): ArmRecord[] => {
      const [first = "", second = ""] = columns.map((numbered) => textIn(cells, numbered.get(number) ?? null));
      if (first === "" && name !== "") return [];
      const numbers = kind === "means" ? { mean: first, sd: second, events: "" } : { mean: "", sd: "", events: first };
      const n = textIn(cells, sizes.get(number) ?? null);
      return [{ ...about, arm, outcome: name, n, ...numbers, further: others }];
    });
  });
}
