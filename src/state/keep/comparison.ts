import type { UserError } from "../../model/userError";
import { firstDifference } from "./resultDigits";

/** A dataset's rows and results, as they are here or as the sender says they were. */
export interface Fingerprint {
  readonly sha256: string | null;
  readonly results: readonly string[] | null;
}

/** What the reader of a link with data is told: that they got the same, or what differs; null where nothing can be told. */
export function comparison(theirs: Fingerprint, ours: Fingerprint): UserError | null {
  const isRows = theirs.sha256 !== null && ours.sha256 !== null;
  const isNumbers = theirs.results !== null && ours.results !== null;
  if (isRows && theirs.sha256 !== ours.sha256) return otherRows();
  const difference = isNumbers ? firstDifference(theirs.results, ours.results) : null;
  if (difference) return otherNumbers(shown(difference.theirs), shown(difference.ours));
  const facts = [
    ...(isRows ? [`The rows have the sender’s fingerprint (SHA-256 ${ours.sha256.slice(0, 12)}…).`] : []),
    ...(isNumbers ? ["Every pooled result is the sender’s, to 10 digits."] : []),
  ];
  if (facts.length === 0) return null;
  return {
    code: "same-numbers",
    message: isNumbers ? "Same data, same numbers." : "Same data.",
    remedy: facts.join(" "),
    where: {},
  };
}

function otherRows(): UserError {
  return {
    code: "other-rows",
    message: "These are not the rows that the sender had: this page reads the same data in another way.",
    remedy: "The sender’s Understory may be of another version. Compare the numbers with theirs before you use them.",
    where: {},
  };
}

function otherNumbers(theirs: string, ours: string): UserError {
  return {
    code: "other-numbers",
    message: `Same data, other numbers: where the sender had ${theirs}, this page has ${ours}.`,
    remedy: "The link’s question may have been changed, or the sender’s Understory be of another version.",
    where: {},
  };
}

/** On the analysis scale, as the link has it. */
function shown(result: string): string {
  const [mu, lb, ub] = result.split(" ").map((digits) => readable(Number(digits)));
  return result === "" ? "no result" : `${mu} (${lb} to ${ub}, on the scale of the analysis)`;
}

function readable(x: number): string {
  return String(Number(x.toPrecision(6))).replace("-", "−");
}
