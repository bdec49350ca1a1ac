import type { Analysis, MapCell } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import type { AppliedRemedy } from "../../model/finding";
import type { Row } from "../../model/study";
import { type Answer, answer } from "../../words/answer";
import { figureTitle } from "../../words/caption";
import { counted, list, lowerFirst, sentence } from "../../words/phrase";
import type { ResultsOrigin } from "../resultsJson";
import { figuresHtml, type ReportFigure } from "./figures";
import { type Html, html, joined, NOTHING, written } from "./html";
import { methodsHtml } from "./methods";
import { resultsHtml } from "./results";
import { REPORT_STYLE } from "./style";

/** What a report is made of. */
export interface Report extends ResultsOrigin {
  readonly analysis: Analysis;
  readonly descriptor: Descriptor;
  readonly rowOf: (id: number) => Row;
  /** The evidence map under the same filters: where to look when nothing is found here. */
  readonly cells: readonly MapCell[];
  readonly figures: readonly ReportFigure[];
  /** What was done about slips in the reader's data; null where the data are not the reader's. */
  readonly remedies: readonly AppliedRemedy[] | null;
  /** For R, with the data in it; "" where there is none. */
  readonly script: string;
}

/**
 * The view as one printable page of HTML that needs nothing else: no script, no style sheet, no connection. Question,
 * data, answer, figures, results, checks, methods, references, the script for R, and where to see it again.
 */
export function reportHtml(report: Report): string {
  const { analysis, descriptor, rowOf, cells, figures } = report;
  const title = figureTitle(analysis);
  const told = answer(analysis, descriptor, cells, rowOf);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Understory ${report.version}">
<title>${title}: ${descriptor.shortTitle}</title>
<style>${written(REPORT_STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="question">${descriptor.arms.intervention} against ${lowerFirst(descriptor.arms.control)}. ${descriptor.title}.</p>
${noteOf(descriptor)}
${answerHtml(told)}
${figuresHtml(figures)}
<section>
<h2>Results</h2>
${resultsHtml(analysis, descriptor, rowOf)}
</section>
${dataHtml(report)}
${checksHtml(report)}
${methodsHtml(analysis, descriptor)}
${scriptHtml(report.script)}
${originHtml(report)}
</main>
</body>
</html>
`;
  return page.html;
}

/** Simulated data say so above everything else. */
function noteOf({ kind, figureNote }: Descriptor): Html {
  return kind === "simulated" ? html`<p class="note"><strong>Simulated.</strong> ${sentence(figureNote)}</p>` : NOTHING;
}

function answerHtml({ headline, detail, numbers, cautions }: Answer): Html {
  return html`<section aria-label="Answer">
<p class="answer">${headline}</p>
<p>${detail}</p>
<dl class="numbers">${joined(numbers.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`))}</dl>
${joined(cautions.map((caution) => html`<p>${caution}</p>`))}
</section>`;
}

function dataHtml({ descriptor }: Report): Html {
  const { provenance, citation, doi, licence } = descriptor;
  return html`<section>
<h2>Data</h2>
<p>${provenance}</p>
${citation === null ? NOTHING : html`<p>${citation}</p>`}
${doi === null ? NOTHING : html`<p>doi: <a href="https://doi.org/${encodeURI(doi)}">${doi}</a></p>`}
${licence === null ? NOTHING : html`<p>Licence: ${licence.name}.</p>`}
</section>`;
}

/** What was left out, and what was put right: an unchanged file is worth a sentence too. */
function checksHtml({ analysis, descriptor, rowOf, remedies }: Report): Html {
  const out = analysis.studies.filter(({ state }) => state === "excluded").map(({ rowId }) => rowOf(rowId).slab);
  const leftOut =
    out.length > 0 ? `Left out by choice: ${list(out)}.` : `No ${descriptor.studyNoun.one} was left out by choice.`;
  const remedied =
    remedies === null
      ? NOTHING
      : remedies.length === 0
        ? html`<p>Nothing in the data was changed by a remedy for a slip.</p>`
        : html`<p>${counted(remedies.length, { one: "slip was", many: "slips were" })} put right:</p>
<ul>${joined(remedies.map(remedyHtml))}</ul>`;
  return html`<section>
<h2>Checks</h2>
<p>${leftOut}</p>
${remedied}
</section>`;
}

function remedyHtml({ message, sentence: done, derivation }: AppliedRemedy): Html {
  const steps = derivation.length > 0 ? html` <span class="small">${derivation.join("; ")}</span>` : NOTHING;
  return html`<li>${message} ${done}${steps}</li>`;
}

function scriptHtml(script: string): Html {
  if (script === "") return NOTHING;
  return html`<section>
<h2>The same in R</h2>
<p class="small">Complete, with the data in it; it ends by comparing its numbers with those above.</p>
<pre tabindex="0" aria-label="Script for R">${script}</pre>
</section>`;
}

function originHtml({ link, version, dataHash }: Report): Html {
  return html`<footer class="small">
<h2>See it live</h2>
<p><a href="${link}">${link}</a></p>
<p>Understory ${version}.${dataHash === null ? "" : ` SHA-256 of the data: ${dataHash}.`}</p>
</footer>`;
}
