import { withoutFormulaMark } from "../model/formulaMark";
import { isMissing } from "./numbers";

/** A cell as tables keep it: without spaces around it, and "" for what stands for a missing value ("NA", "."). */
export function cellText(cell: string): string {
  const text = withoutFormulaMark(cell.trim()).trim();
  return isMissing(text) ? "" : text;
}
