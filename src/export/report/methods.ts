import type { Analysis } from "../../model/analysis";
import type { Descriptor } from "../../model/descriptor";
import { citedAs } from "../../words/cite";
import { methodsText } from "../../words/methods";
import { SOURCES, type SourceKey } from "../../words/sources";
import { type Html, html, joined, NOTHING } from "./html";

/** What was computed and how, and the works that say so. */
export function methodsHtml(analysis: Analysis, descriptor: Descriptor): Html {
  const sections = methodsText(analysis, descriptor);
  const keys = [...new Set(sections.flatMap(({ sources }) => sources))];
  const cited = (sources: readonly SourceKey[]) => (sources.length > 0 ? ` (${sources.map(citedAs).join("; ")})` : "");
  return html`<section>
<h2>Methods</h2>
<dl class="methods">${joined(sections.map(({ heading, text, sources }) => html`<div><dt>${heading}</dt><dd>${text}${cited(sources)}</dd></div>`))}</dl>
</section>
<section>
<h2>References</h2>
<ol class="small">${joined(keys.map(referenceHtml))}</ol>
</section>`;
}

function referenceHtml(key: SourceKey): Html {
  const { authors, year, title, where, doi, url } = SOURCES[key];
  const link = url === null ? NOTHING : html` <a href="${url}">${doi ? `doi:${doi}` : url}</a>`;
  return html`<li>${authors} (${year}). ${title}. ${where}.${link}</li>`;
}
