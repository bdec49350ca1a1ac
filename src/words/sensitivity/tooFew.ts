import type { Descriptor } from "../../model/descriptor";
import { counted } from "../phrase";

/** Why there is no figure of single studies: fewer than two are pooled. */
export function tooFewText(k: number, { studyNoun }: Descriptor): string {
  if (k === 0) return `Nothing is pooled here, so no ${studyNoun.one} can be left out.`;
  return `Only ${counted(k, studyNoun)} is in the result: there are no others to set it against.`;
}

/** What two studies can tell of each other. */
export function pairText({ studyNoun }: Descriptor): string {
  return `With two ${studyNoun.many} each is set against the other alone.`;
}
