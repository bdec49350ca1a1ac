/** Keeps a statistic's letter, sign and value on one line, by no-break spaces: "p < 0.001", "t(k − 1)", "I² 87%". */
export function unbroken(text: string): string {
  return text.replace(/ (?=[\d<=>−])|(?<=[<=>−]) /g, "\u00a0");
}
