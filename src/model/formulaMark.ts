const PLAIN_NUMBER = /^[+\-\u2212]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const FORMULA = /^\s*[=+\-@\t\r]/;
const MARKED = /^'+\s*[=+\-@]/;

/**
 * The text as a cell that no spreadsheet runs as a formula: with an apostrophe before what begins like one. Numbers stay
 * numbers, and what has such an apostrophe already gets another, so that `withoutFormulaMark` gives it back.
 */
export function withFormulaMark(text: string): string {
  const needsMark = (FORMULA.test(text) && !PLAIN_NUMBER.test(text.trim())) || MARKED.test(text);
  return needsMark ? `'${text}` : text;
}

/** The text of a cell without the apostrophe that kept it from being run. */
export function withoutFormulaMark(cell: string): string {
  return MARKED.test(cell) ? cell.slice(1) : cell;
}
