import type { UserError } from "../../../model/userError";
import { excerpt } from "../../excerpt";
import { Tally } from "../../notes";
import { APPS } from "../apps/format";
import type { Format, OpenedFile, ReadJudgements } from "../format";
import { META } from "../meta/format";
import { METAFOR } from "../metafor/format";
import { hasStudies, studyColumns } from "../results/study";
import { type Columns, findTable, type TableView, textIn, viewOf } from "../tableView";
import { judgementWord } from "./judgementWord";
import { QUADAS2, QUIPS, ROB1, ROB2, ROB2_CLUSTER, ROBINS_E, ROBINS_I, ROBINS_I_V2, type Tool } from "./tools";

/** Judgements of risk of bias as robvis draws them: `Study, D1, ..., Overall`, or RoB 1's domains by name. */
export const ROBVIS: Format = {
  name: "robvis judgements",
  recognises: (files) => tableOf(files) !== null,
  read: (files) => {
    const table = tableOf(files);
    if (!table) throw new RangeError("no judgements of risk of bias");
    return judgementsOf(viewOf(table));
  },
};

/** Judgements that stand beside results are further columns of these, and left to the readers of results. */
function tableOf(files: readonly OpenedFile[]) {
  const judged = findTable(files, (table) => hasStudies(table) && (isNumbered(table) || rob1Count(table) >= 3));
  return judged && [METAFOR, META, APPS].some(({ recognises }) => recognises([judged])) ? null : judged;
}

/** At least four numbered domains, as the shortest tool has. */
function isNumbered(table: Columns): boolean {
  return table.has("d1", "d2", "d3", "d4");
}

function rob1Count(table: Columns): number {
  return ROB1.domains.filter(({ keys }) => table.at(...keys) !== null).length;
}

function judgementsOf(view: TableView): ReadJudgements {
  const tool = toolOf(view);
  const overall = view.at("overall", "overallbias", "overallriskofbias");
  const domains = [
    ...tool.domains.flatMap(({ keys, column, title }) => {
      const place = view.at(...keys);
      return place === null ? [] : [{ column, title, riskOfBias: title, place }];
    }),
    ...(overall === null
      ? []
      : [{ column: "Overall", title: "Overall risk of bias", riskOfBias: "overall", place: overall }]),
  ];
  const unread = new Map<string, Tally>();
  const seen = new Set<string>();
  const again = new Tally();
  const study = studyColumns(view)!;
  const studies = view.rows.flatMap(({ row, cells }) => {
    const name = study.study(cells);
    if (seen.has(name)) again.add(row);
    if (name === "" || seen.has(name)) return [];
    seen.add(name);
    const judged = domains.map(({ column, place }): [string, string] => {
      const text = textIn(cells, place);
      const word = text === "" ? "" : judgementWord(text);
      if (word === null) unread.set(text, tallied(unread.get(text), row));
      return [column, word ?? ""];
    });
    return [{ study: name, judgements: Object.fromEntries(judged) }];
  });
  return {
    kind: "judgements",
    format: `${tool.name} judgements`,
    domains: domains.map(({ column, title, riskOfBias }) => ({ column, title, riskOfBias })),
    studies,
    notes: [
      ...(tool === QUADAS2 ? [forAccuracy()] : []),
      ...(again.count > 0 ? [studyAgain(again)] : []),
      ...[...unread].map(([text, tally]) => notRead(text, tally)),
    ],
  };
}

/** The tool by its number of domains, and where two have as many by the words that only one of them has. */
function toolOf(view: TableView): Tool {
  if (!isNumbered(view)) return ROB1;
  if (view.has("d1b")) return ROB2_CLUSTER;
  const places = view.header.flatMap((name, place) =>
    /^d\d$/i.test(name.trim()) || /^overall/i.test(name) ? [place] : [],
  );
  const says = (pattern: RegExp) =>
    view.rows.some(({ cells }) => places.some((place) => pattern.test(textIn(cells, place))));
  if (view.has("d7"))
    return says(/^(very high|high|some)/i) && !says(/^(serious|critical|moderate)/i) ? ROBINS_E : ROBINS_I;
  if (view.has("d6")) return says(/^(serious|critical)/i) ? ROBINS_I_V2 : QUIPS;
  return view.has("d5") ? ROB2 : QUADAS2;
}

function tallied(tally: Tally | undefined, row: number): Tally {
  const counted = tally ?? new Tally();
  counted.add(row);
  return counted;
}

const notRead = (text: string, { first, count }: Tally): UserError => ({
  code: "judgement-unread",
  message: `“${excerpt(text)}” (row ${first}${count > 1 ? ` and ${count - 1} more` : ""}) is no judgement of risk of bias and is left empty.`,
  remedy: "Write Low, Some concerns, High, or another of the tool’s words.",
  where: { row: first },
});

const studyAgain = ({ first, count }: Tally): UserError => ({
  code: "study-again",
  message: `${count === 1 ? "One row judges" : `${count} rows judge`} a study that an earlier row judged (the first is row ${first}): the earlier one is used.`,
  remedy: "Where outcomes of a study are judged apart, open one outcome’s judgements at a time.",
  where: { row: first, column: "study" },
});

const forAccuracy = (): UserError => ({
  code: "for-accuracy",
  message: "Four domains are those of QUADAS-2, which judges studies of diagnostic accuracy.",
  remedy: "Go on only if these judgements are of the studies that are open.",
  where: {},
});
