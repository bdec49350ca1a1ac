import type { Dataset } from "../../model/descriptor";
import type { Question } from "../../model/selection";
import { type Included, included } from "./included";

/** What is found in the studies of a question's cell. */
type Find<Found> = (studies: Included, dataset: Dataset, question: Question) => Found;

/** The same with the last finding of each dataset kept: the verdict and the parts below it are of the same question. */
export function keptLast<Found>(find: Find<Found>): (dataset: Dataset, question: Question) => Found {
  const kept = new WeakMap<Dataset, { readonly asked: string; readonly found: Found }>();
  return (dataset, question) => {
    const studies = included(dataset, question);
    // As it was answered: a preset and the model that it stands for ask the same.
    const asked = JSON.stringify([studies.analysis.selection, studies.analysis.model]);
    const last = kept.get(dataset);
    if (last?.asked === asked) return last.found;
    const found = find(studies, dataset, question);
    kept.set(dataset, { asked, found });
    return found;
  };
}
