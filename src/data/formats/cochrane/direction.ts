import type { Better } from "../../../model/study";
import type { ReviewArms } from "./review";

const CONTROL =
  /\b(control|placebo|sham|comparator|comparison|usual|standard|no treatment|no intervention|waiting|wait-?list)\b/i;
const INTERVENTION = /\b(experimental|intervention|treatment|active)\b/i;

const UNTOUCHED = { left: /^favours \[?experimental\]?$/i, right: /^favours \[?control\]?$/i };

/** What stands below the axis of a forest plot. */
export interface GraphLabels {
  readonly left: string;
  readonly right: string;
}

/**
 * Which way is better for the patient, from the words below the axis: lower values where the left side favours the
 * intervention. null where the words do not tell, as RevMan's own do not, which stand until authors change them. Where
 * events were swapped with non-events, so is the direction.
 */
export function betterOf({ left, right }: GraphLabels, arms: ReviewArms, swapped: boolean): Better | null {
  if (UNTOUCHED.left.test(left) && UNTOUCHED.right.test(right)) return null;
  const leftSide = sideOf(left, arms);
  const rightSide = sideOf(right, arms);
  const side = leftSide ?? (rightSide === null ? null : rightSide === "control" ? "intervention" : "control");
  if (side === null || (leftSide !== null && leftSide === rightSide)) return null;
  return (side === "intervention") === swapped ? "higher" : "lower";
}

/** True where an arm's name sounds like a control's. */
export function isControlName(name: string): boolean {
  return CONTROL.test(name);
}

function sideOf(label: string, { intervention, control }: ReviewArms): "intervention" | "control" | null {
  const favoured = /^\s*(?:favours?|favors?|in favou?r of)\s+(.+)$/i
    .exec(label)?.[1]
    ?.replace(/[[\]]/g, "")
    .trim()
    .toLowerCase();
  if (favoured === undefined) return null;
  const is = (arm: string) => arm !== "" && (favoured === arm.toLowerCase() || favoured === `${arm.toLowerCase()}s`);
  if (is(control)) return "control";
  if (is(intervention)) return "intervention";
  if (CONTROL.test(favoured)) return "control";
  if (INTERVENTION.test(favoured)) return "intervention";
  const shares = (arm: string) =>
    arm !== "" && (favoured.includes(arm.toLowerCase()) || arm.toLowerCase().includes(favoured));
  if (shares(control) === shares(intervention)) return null;
  return shares(control) ? "control" : "intervention";
}
