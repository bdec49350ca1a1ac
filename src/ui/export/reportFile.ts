import type { ReportFigure } from "../../export/report/figures";
import { reportHtml } from "../../export/report/reportHtml";
import type { ResultsOrigin } from "../../export/resultsJson";
import type { MapCell } from "../../model/analysis";
import { VIEWS, type View } from "../../state/appState";
import { upperFirst } from "../../words/phrase";
import { rScript } from "../../words/rScript";
import { FIGURES } from "../figures";
import { rowOf } from "../rowOf";
import type { FigureStyle } from "./figureStyle";
import { printedFigure } from "./printedFigure";
import { type ShownView, viewFindings } from "./viewFindings";

/** What a report is written from. */
export interface ReportSource extends ShownView {
  readonly cells: readonly MapCell[];
  readonly style: FigureStyle;
  readonly link: string;
}

const SHEET_MM = 180;
const FONT_PT = 8;

/** The present answer as a page of HTML that stands by itself, with the figure of each view that its data have. */
export async function reportFile(source: ReportSource, origin: ResultsOrigin): Promise<string> {
  const { held, answered, cells } = source;
  const { analysis } = answered;
  const { descriptor } = held.dataset;
  const figures = await figuresOf(source);
  const views = figures.map(({ view }) => view);
  const shown = { analysis, descriptor, rowOf: rowOf(held.dataset), ...origin };
  return reportHtml({
    ...shown,
    cells,
    figures,
    remedies: held.own?.remedies ?? null,
    script: rScript({ ...shown, findings: await viewFindings(source, views) }),
  });
}

async function figuresOf(source: ReportSource): Promise<readonly (ReportFigure & { readonly view: View })[]> {
  // A report is read on paper too: a dark figure would drink its ink.
  const theme = source.style.theme === "dark" ? "understory" : source.style.theme;
  const found = await Promise.all(
    // What shakes the answer has a tab of its own: a report holds the one figure of each other view.
    VIEWS.filter((view) => view !== "sensitivity").map(async (view) => {
      const [kind] = FIGURES[view] ?? [];
      const draw = await kind?.prepare(source);
      if (!kind || !draw) return [];
      const { scene } = printedFigure(draw, { theme, width: SHEET_MM, font: FONT_PT });
      return [{ view, title: upperFirst(kind.title), scene }];
    }),
  );
  return found.flat();
}
