import type { Analysis, Pooled } from "../model/analysis";
import { isAcrossTime } from "../model/selection";
import type { Row } from "../model/study";
import { groupName } from "./groupsText";
import { armColumnsOf, pooledStudies, quoted, wrapped } from "./rData";

/** The groups that are pooled, by the names that the reader sees. */
export function groupsPooled({ groups }: Analysis): readonly { readonly name: string; readonly pooled: Pooled }[] {
  return groups.flatMap((group) => (group.pooled ? [{ name: groupName(group.key), pooled: group.pooled }] : []));
}

/** True where one tau2 is estimated for all groups together. */
export function sharesTau2(analysis: Analysis): boolean {
  const { model, selection } = analysis;
  return model.groupTau2 === "common" && groupsPooled(analysis).length > 1 && !isAcrossTime(selection);
}

/** Lines of Python with the studies that are pooled: labels, the numbers of their arms, and their groups. */
export function pythonData(analysis: Analysis, rowOf: (id: number) => Row): readonly string[] {
  const studies = pooledStudies(analysis, rowOf);
  const names = new Map(groupsPooled(analysis).map(({ name }, i) => [name, i] as const));
  const groupOf = new Map(
    analysis.groups.flatMap(({ key, rowIds }) => rowIds.map((id) => [id, names.get(groupName(key)) ?? -1] as const)),
  );
  const array = (name: string, cells: readonly string[]) =>
    wrapped(`${name} = np.array([`, cells, name === "group" ? "])" : "], dtype=float)");
  return [
    wrapped(
      "slab = [",
      studies.map(({ row }) => quoted(row.slab)),
      "]",
    ),
    ...armColumnsOf(studies).map(({ name, cells }) => array(name, cells)),
    ...(studies.some(({ result }) => result.flipped)
      ? [
          array(
            "turn",
            studies.map(({ result }) => (result.flipped ? "-1" : "1")),
          ),
        ]
      : []),
    ...(names.size > 0
      ? [
          wrapped("names = [", [...names.keys()].map(quoted), "]"),
          array(
            "group",
            studies.map(({ row }) => String(groupOf.get(row.id) ?? -1)),
          ),
        ]
      : []),
  ];
}
