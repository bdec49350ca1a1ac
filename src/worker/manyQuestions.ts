import type { Dataset } from "../model/descriptor";
import { COCHRANE_2024, type PoolingModel } from "../model/poolingModel";
import type { Question, Selection } from "../model/selection";
import { measuresOf } from "./effects";

/** Every estimator, interval and rule of zero cells somewhere; Mantel-Haenszel in its two forms. */
const MODELS: readonly Partial<PoolingModel>[] = [
  {},
  { method: "EE", weighting: "MH" },
  { method: "DL", weighting: "MH", test: "wider", predint: "HK-PR" },
  { method: "EE", test: "z", zeroCells: "none", smdVariance: "UB" },
  { method: "DL", test: "t", predint: "V", groupTau2: "common" },
  { method: "PM", test: "adhoc", predint: "HTS", zeroCells: "treatment-arm", smdVariance: "LS" },
  { method: "ML", test: "knha", groupTau2: "common", level: 0.9 },
  { method: "EB", test: "wider", zeroCells: "all" },
  { method: "SJ", test: "z", predint: "z" },
  { method: "HE", test: "adhoc", groupTau2: "common" },
  { method: "HS", test: "t" },
];

const OPEN = { hiddenComparators: [], filters: {}, excluded: [] } as const;

/** For tests: each cell of a dataset by each measure, model and way of grouping, nested and across time too. */
export function manyQuestions(dataset: Dataset): readonly Question[] {
  const { descriptor, rows } = dataset;
  const cells = new Map(rows.map(({ outcome, timepoint }) => [`${outcome}\n${timepoint}`, { outcome, timepoint }]));
  return [...cells.values()].flatMap((cell) => {
    const named = descriptor.outcomes.find(({ name }) => name === cell.outcome);
    const published = named?.publishedModel ?? descriptor.publishedModel ?? COCHRANE_2024;
    const models = [published, ...MODELS.map((change) => ({ ...COCHRANE_2024, ...change }))];
    return measuresOf(rows, cell.outcome).flatMap((measure) =>
      groupingsOf(dataset).flatMap((grouping) =>
        models.map((model): Question => ({ selection: { ...OPEN, ...cell, ...grouping, measure }, model })),
      ),
    );
  });
}

type Grouping = Pick<Selection, "compareBy" | "thenBy">;

function groupingsOf({ descriptor: { columns } }: Dataset): readonly Grouping[] {
  const category = columns.find(({ type }) => type === "category")?.name;
  return [
    { compareBy: null, thenBy: null },
    { compareBy: "comparator", thenBy: null },
    { compareBy: "timepoint", thenBy: null },
    { compareBy: "comparator", thenBy: "timepoint" },
    ...(category === undefined
      ? []
      : [
          { compareBy: category, thenBy: null },
          { compareBy: category, thenBy: "comparator" },
        ]),
  ];
}
