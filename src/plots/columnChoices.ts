import type { Analysis } from "../model/analysis";
import type { Descriptor } from "../model/descriptor";
import { groupName } from "../words/groupsText";
import { upperFirst } from "../words/phrase";
import { armColumns } from "./armColumns";
import { biasColumns } from "./riskOfBias";

/** A column that a reader can choose for the forest plot. */
export interface ColumnChoice {
  readonly key: string;
  /** In full: "US-NKT mean (SD)", "Risk of bias: randomisation". */
  readonly title: string;
}

type Question = { readonly analysis: Analysis; readonly descriptor: Descriptor };

/** Every column that a figure of this answer can show beside study and effect, in the order of the automatic choice. */
export function columnChoices(question: Question): readonly ColumnChoice[] {
  const { descriptor } = question;
  const judged = biasColumns(descriptor, "all");
  const further = descriptor.columns.filter(({ riskOfBias }) => riskOfBias === null);
  return [
    ...armColumns(question, []).map(({ key, name }) => ({ key, title: name })),
    { key: "weight", title: "Weight" },
    ...judged.map(({ column, domain }) => ({ key: column, title: `Risk of bias: ${domain.toLowerCase()}` })),
    { key: "year", title: "Year" },
    ...(descriptor.comparators.length > 1 ? [{ key: "comparator", title: "Comparator" }] : []),
    ...(descriptor.timepoints.length > 1 ? [{ key: "timepoint", title: "Timepoint" }] : []),
    { key: "n", title: `N (${descriptor.peopleNoun.many})` },
    ...further.map(({ name, title }) => ({ key: name, title: upperFirst(title) })),
  ];
}

/** The keys of what a figure with room for all shows by itself: what a reader's own choice starts from. */
export function automaticColumns(question: Question): readonly string[] {
  const arms = armColumns(question, []).map(({ key }) => key);
  return [...arms, "weight", ...biasColumns(question.descriptor, "overall").map(({ column }) => column)];
}

/** What the studies can be sorted by, with its name; the order of the data comes first, as null. */
export function sortChoices({ analysis, descriptor }: Question): readonly { key: string | null; title: string }[] {
  const { one } = descriptor.studyNoun;
  return [
    { key: null, title: "Order of the data" },
    { key: "study", title: `${upperFirst(one)} (A to Z)` },
    { key: "year", title: "Year" },
    { key: "effect", title: `Effect (${analysis.measure.short})` },
    { key: "se", title: "Standard error" },
    { key: "weight", title: "Weight" },
    { key: "n", title: `N (${descriptor.peopleNoun.many})` },
    ...descriptor.columns.map(({ name, title }) => ({ key: name, title: upperFirst(title) })),
  ];
}

/** The groups of an answer by key and name. */
export function groupChoices({ analysis }: Question): readonly ColumnChoice[] {
  return analysis.groups.map(({ key }) => ({ key, title: groupName(key) }));
}
