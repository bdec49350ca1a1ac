import { armColumns } from "../results/armColumns";
import { eventsByArm, meansByArm } from "../results/arms";
import { correlations, rateRatios, singleGroups } from "../results/derived";
import { givenEffect, namedDifference } from "../results/given";
import { type NumberSet, scaleUnknown } from "../results/numberSet";
import { loggedRatio } from "../results/ratios";
import { resultFormat } from "../results/readResults";
import type { Columns } from "../tableView";

/** Tables as R's meta package takes them, two arms to a row, whatever the arms are called. */
export const META = resultFormat("meta data, two arms to a row", (table) => {
  const sets = [...meansByArm(table), ...eventsByArm(table), ...effects(table)];
  if (sets.length > 0) return sets;
  const rated = rates(table);
  return rated.length > 0 ? rated : singles(table);
});

function effects(table: Columns): readonly NumberSet[] {
  const info = { name: "treatment effect", short: "TE", scale: "identity" } as const;
  const found = givenEffect(table, { yi: "te", sei: "sete", limits: ["lower", "upper"] }, info);
  if (found.length > 0) return found.map((set) => ({ ...set, notes: () => [scaleUnknown("TE")] }));
  const named = loggedRatio(table);
  return named.length > 0 ? named : namedDifference(table);
}

function rates({ header }: Columns): readonly NumberSet[] {
  const found = armColumns(header, ["events", "time"]);
  if (!found) return [];
  const { first, second } = found;
  return [rateRatios({ x1: first.events!, t1: first.time!, x2: second.events!, t2: second.time! })];
}

function singles(table: Columns): readonly NumberSet[] {
  const [n, event, cor] = [table.at("n", "samplesize"), table.at("event"), table.at("cor", "correlation")];
  if (n === null || table.at("treatment", "treat", "trt", "arm", "mean") !== null) return [];
  if (cor !== null) return [correlations(cor, n)];
  return event === null ? [] : [singleGroups(event, n, true)];
}
