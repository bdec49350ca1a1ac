import { renderTree } from "../../scene/renderTree";
import type { Scene } from "../../scene/scene";
import { markup } from "../../scene/toSvg";
import { slices } from "../pages";
import { type Html, html, joined, written } from "./html";

// Heights over the figure's width that fit on a page of A4 or Letter.
const PAGE = 1.25;
const BELOW_HEADING = 1.2;
const BELOW_ANSWER = 0.7;

/** A figure of the report. */
export interface ReportFigure {
  /** "Forest plot". */
  readonly title: string;
  readonly scene: Scene;
}

/** The figures as inline SVG. What is taller than a page is cut between its rows, into pictures that touch. */
export function figuresHtml(figures: readonly ReportFigure[]): Html {
  return joined(
    figures.map(
      ({ title, scene }, i) => html`
<figure>
<h2>${title}</h2>
<div class="wide" tabindex="0" role="group" aria-label="${title}">${picturesOf(scene, i === 0 ? BELOW_ANSWER : BELOW_HEADING)}</div>
</figure>`,
    ),
  );
}

/** @param first how high the first picture may be, where one page is too small for the whole. */
function picturesOf(scene: Scene, first: number): Html {
  const { width, height } = scene;
  const drawn = written(markup(renderTree(scene)));
  const fitsPage = height <= width * BELOW_HEADING;
  return joined(
    slices(scene, width * PAGE, fitsPage ? height : width * first).map(({ top, bottom }, i) => {
      const named =
        i === 0 ? html`role="img" aria-label="${scene.title}. ${scene.description}"` : html`aria-hidden="true"`;
      return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${top} ${width} ${bottom - top}" ${named}>${drawn}</svg>`;
    }),
  );
}
