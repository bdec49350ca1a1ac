import { excerpt } from "../../data/excerpt";
import type { Finding } from "../../model/finding";
import { found } from "./found";
import { type Check, groupBy } from "./slips";
import { studyNames } from "./text";

/** Studies without an event, or with nothing but events, in both arms: ratios learn nothing from them. */
export const doubleZero: Check = (slips) => {
  const without = slips.placed.filter(({ row: { data } }) => {
    if (data.kind !== "counts") return false;
    const events = data.ai + data.ci;
    return events === 0 || events === data.n1i + data.n2i;
  });
  return groupBy(without, ({ row }) => row.outcome).map((group): Finding => {
    const isOne = new Set(group.map(({ row }) => row.studyId)).size === 1;
    return found(slips, {
      check: "double-zero",
      severity: "note",
      message: `${studyNames(group)}: in both arms nobody, or everybody, had “${excerpt(group[0]!.row.outcome)}”.`,
      why: `${isOne ? "It enters" : "They enter"} no risk or odds ratio, but ${isOne ? "counts" : "count"} in a risk difference: see whether that changes the answer.`,
      rows: group.map(({ index }) => index),
      columns: ["ai", "ci"],
    });
  });
};
