import type { Dataset } from "../../model/descriptor";
import type { ExplorationKind, Findings } from "../../model/exploration";
import { NO_LENS } from "../../model/lens";
import { COCHRANE_2024, type PoolingModel } from "../../model/poolingModel";
import type { Question, Selection } from "../../model/selection";
import { USUAL_FILL } from "../../model/smallStudy";
import type { Row } from "../../model/study";
import type { SubsetSpread, Subsets } from "../../model/subsets";
import { defaultAsked } from "../../state/selectors";
import { type GoshCounts, goshExhaustive } from "../../stats/index";
import type { Proven } from "../../words/rScript";
import { analyse } from "../../worker/analyse";
import { bundled } from "../../worker/bundledDataset";
import { explore } from "../../worker/explore";
import { figureInput } from "../figureInput";
import { questionedSubsets } from "../views/sensitivity/subsetsQuestion";

/** For tests: a question to a dataset of the site, with what the page finds for it by the kinds that are named. */
export function provenCase(
  id: string,
  selection: Partial<Selection>,
  model: Partial<PoolingModel>,
  kinds: readonly ExplorationKind[] = [],
  spread: SubsetSpread | null = null,
): Proven {
  const dataset = bundled(id);
  const question: Question = {
    selection: { ...defaultAsked(dataset).selection, ...selection },
    model: { ...COCHRANE_2024, ...model },
  };
  const analysis = analyse(dataset, question);
  const asked = { selection: question.selection, model: analysis.model };
  const byId = new Map(dataset.rows.map((row) => [row.id, row]));
  const rowOf = (rowId: number): Row => byId.get(rowId)!;
  const all = questionedSubsets(figureInput({ key: id, dataset }, { analysis }, null, NO_LENS), spread ?? "I2");
  const subsets: Subsets | null = spread && all && !all.job.draw ? all.subsets(counts(all.job.request)) : null;
  return {
    ...{ analysis, descriptor: dataset.descriptor, rowOf, findings: findingsOf(dataset, asked, kinds), subsets },
    ...{ version: "1.0.0", link: "https://example.org/?outcome=Pain", dataHash: "0123abcd" },
  };
}

function findingsOf(dataset: Dataset, question: Question, kinds: readonly ExplorationKind[]): Findings {
  const found = {
    bubble: () => explore(dataset, "bubble", { question, column: "year" }),
    smallStudy: () => explore(dataset, "smallStudy", { question, fill: USUAL_FILL }),
    selection: () => explore(dataset, "selection", { question }),
    multiverse: () => explore(dataset, "multiverse", { question }),
    timeCourse: () => explore(dataset, "timeCourse", { question, sameTrials: false }),
    influence: () => explore(dataset, "influence", { question }),
    cumulative: () => explore(dataset, "cumulative", { question, by: "precision" }),
    lens: () => explore(dataset, "lens", { question, lens: NO_LENS }),
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([kind, find]) => (kinds.some((asked) => asked === kind) ? [[kind, find()]] : [])),
  );
}

function counts(request: Parameters<typeof goshExhaustive>[0]): GoshCounts {
  const work = goshExhaustive(request);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}
