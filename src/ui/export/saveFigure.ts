import type { AppServices } from "../appContext";
import type { FigureKind } from "../figureKind";
import { saveFile } from "../saveFile";
import { styleChoice } from "./figureStyle";
import { numbersFile } from "./numbersFile";
import { svgOf, takenFigure } from "./takenFigure";
import { takenFrom } from "./takenFrom";

type Page = Pick<AppServices, "store" | "explore">;

/** Saves a figure of the page in the reader's style, with the analysis that it carries. */
export async function saveSvg(kind: FigureKind, page: Page): Promise<void> {
  const taken = await takenFigure(kind, takenFrom(page), await styleChoice.now());
  if (taken) saveFile(taken.nameWith("svg"), svgOf(taken), "image/svg+xml");
}

/** Saves the numbers of a figure at full precision. */
export async function saveNumbers(kind: FigureKind, page: Page): Promise<void> {
  const file = await numbersFile(kind, takenFrom(page));
  if (file) saveFile(file.name, file.text, "text/csv");
}
