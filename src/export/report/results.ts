import type { Analysis, DifferenceTest, Pooled, StudyResult } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import type { Row } from "../../model/study";
import { NOT_ESTIMABLE } from "../../words/cautions";
import { estimateText, rangeText } from "../../words/effectText";
import { groupName } from "../../words/groupsText";
import { formatInteger, formatNumber, formatPercent, formatSpread, pEquals } from "../../words/number";
import { counted, levelPercent, upperFirst } from "../../words/phrase";
import { type Html, html, joined, NOTHING } from "./html";

/** The studies and results as a table of words: what the forest plot shows. */
export function resultsHtml(analysis: Analysis, descriptor: Descriptor, rowOf: (id: number) => Row): Html {
  const { measure, model, groups, overall, difference, studies } = analysis;
  const { studyNoun, peopleNoun } = descriptor;
  const byId = new Map(studies.map((study) => [study.rowId, study]));
  const lines = (results: readonly StudyResult[]) =>
    joined(results.map((result) => studyLine(result, rowOf(result.rowId), analysis)));
  const body =
    groups.length === 0
      ? lines(studies)
      : joined(
          groups.map(
            ({ key, rowIds, pooled }) => html`
<tr class="group"><th colspan="5" scope="rowgroup">${groupName(key)}</th></tr>${lines(rowIds.flatMap((id) => byId.get(id) ?? []))}${pooled ? pooledLine(groupName(key), pooled, analysis, descriptor) : NOTHING}`,
          ),
        );
  return html`
<div class="wide" tabindex="0" role="group" aria-label="Results">
<table>
<thead><tr><th scope="col">${upperFirst(studyNoun.one)}</th><th scope="col">${upperFirst(peopleNoun.many)}</th><th scope="col">${measure.short}</th><th scope="col">${levelPercent(model.level)} CI</th><th scope="col">Weight</th></tr></thead>
<tbody>${body}${overall ? pooledLine("All", overall, analysis, descriptor) : NOTHING}${difference ? differenceLine(difference) : NOTHING}</tbody>
</table>
</div>`;
}

function studyLine({ effect, state, reason, weight }: StudyResult, row: Row, { measure }: Analysis): Html {
  const { slab, year, data } = row;
  const name = year === null || slab.includes(String(year)) ? slab : `${slab}, ${year}`;
  const n = data.n1i === null || data.n2i === null ? "" : formatInteger(data.n1i + data.n2i);
  const cells = effect
    ? html`<td>${estimateText(effect.yi, measure)}</td><td>${rangeText(effect.ciLb, effect.ciUb, measure)}</td>`
    : html`<td colspan="2">${reason ? NOT_ESTIMABLE[reason] : ""}</td>`;
  const share = state === "excluded" ? "left out" : weight === null ? "" : formatPercent(weight, 1);
  return html`
<tr><th scope="row">${name}</th><td>${n}</td>${cells}<td>${share}</td></tr>`;
}

function pooledLine(name: string, pooled: Pooled, { measure }: Analysis, { studyNoun }: Descriptor): Html {
  const { mu, ciLb, ciUb, N, heterogeneity, tau2, predint, pval } = pooled;
  const about = [
    counted(pooled.k, studyNoun),
    pEquals(pval),
    ...(heterogeneity
      ? [
          `I² ${formatPercent(heterogeneity.I2)}`,
          `τ² ${formatSpread(tau2)}`,
          `heterogeneity ${pEquals(heterogeneity.pval)}`,
        ]
      : []),
    ...(predint ? [`prediction interval ${rangeText(predint.piLb, predint.piUb, measure)}`] : []),
  ].join("; ");
  return html`
<tr class="pooled"><th scope="row">${name}</th><td>${N === null ? "" : formatInteger(N)}</td><td>${estimateText(mu, measure)}</td><td>${rangeText(ciLb, ciUb, measure)}</td><td></td></tr>
<tr class="about"><td colspan="5">${about}</td></tr>`;
}

function differenceLine({ statistic, df1, df2, pval }: DifferenceTest): Html {
  const test =
    df2 === null ? `Q ${formatNumber(statistic)}, df ${df1}` : `F ${formatNumber(statistic)}, df ${df1} and ${df2}`;
  return html`
<tr class="about"><td colspan="5">Difference between groups: ${test}, ${pEquals(pval)}</td></tr>`;
}
