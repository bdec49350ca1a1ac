import type { Format, OpenedFile } from "../format";
import { namedColumns } from "../results/names";
import { hasStudies, studyColumns } from "../results/study";
import { type Columns, findTable, textIn, viewOf } from "../tableView";
import { readArms } from "./readArms";

const ARM = ["t", "treatment", "treat", "trt", "arm", "armname"];
const SIZE = ["n", "ni", "total", "samplesize", "randomized", "randomised"];
const EVENTS = ["r", "xi", "event", "events", "responders", "death", "deaths"];
const MEAN = ["mean", "mi", "m", "y"];
const SD = ["sd", "sdi"];

/** Tables with a row per arm: `Study, T, N, R` or `Study, T, N, Mean, SD`, and their like in metadat and netmeta. */
export const METAINSIGHT_LONG: Format = {
  name: "MetaInsight, a row per arm",
  recognises: (files) => tableOf(files) !== null,
  read: (files) => {
    const table = tableOf(files);
    if (!table) throw new RangeError("not a table with a row per arm");
    const view = viewOf(table);
    const study = studyColumns(view)!;
    const named = namedColumns(view);
    const [arm, n, events, mean, sd] = [ARM, SIZE, EVENTS, MEAN, SD].map((keys) => view.at(...keys)) as Places;
    // Means stand without events beside them, whatever else a column is called.
    const places = mean !== null && sd !== null ? [arm, n, mean, sd] : [arm, n, events];
    const taken = new Set([...study.taken, ...named.taken, ...places]);
    const further = view.header.flatMap((_, place) => (taken.has(place) ? [] : [place]));
    const isMeans = places.length === 4;
    const arms = view.rows.map(({ row, cells }) => ({
      row,
      study: study.study(cells),
      year: study.year(cells),
      arm: textIn(cells, arm),
      ...{ outcome: "", timepoint: "", ...named.cells(cells) },
      n: textIn(cells, n),
      mean: isMeans ? textIn(cells, mean) : "",
      sd: isMeans ? textIn(cells, sd) : "",
      events: isMeans ? "" : textIn(cells, events),
      further: further.map((place) => textIn(cells, place)),
    }));
    return readArms(
      METAINSIGHT_LONG.name,
      table,
      arms,
      further.map((place) => view.header[place]!),
    );
  },
};

type Places = [arm: number | null, n: number | null, events: number | null, mean: number | null, sd: number | null];

function tableOf(files: readonly OpenedFile[]) {
  return findTable(files, (table: Columns) => {
    const has = (keys: readonly string[]) => table.at(...keys) !== null;
    return hasStudies(table) && has(ARM) && has(SIZE) && (has(EVENTS) || (has(MEAN) && has(SD)));
  });
}
