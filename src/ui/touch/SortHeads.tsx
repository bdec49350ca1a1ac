import { memo, useState } from "react";
import type { Spot } from "../../scene/scene";
import { announceSort } from "../../words/announce";
import { lowerFirst } from "../../words/phrase";
import { useAsked, useServices } from "../appContext";
import hidden from "../hidden.module.css";
import { moveFocus } from "./moveFocus";
import { nextSort } from "./nextSort";
import { sameSpots } from "./sameSpots";
import styles from "./Touch.module.css";

interface Props {
  readonly heads: readonly Spot[];
}

/** Laid over the heads of a figure's columns: a press sorts the rows, again reverses, a third goes back to the data's order. */
export const SortHeads = memo(function SortHeads({ heads }: Props) {
  const { setLook } = useServices().actions;
  const sort = useAsked((s) => s.look.sort);
  const [said, setSaid] = useState("");
  const reachable = heads.find(({ key }) => key === sort?.by)?.key ?? heads[0]?.key;

  function press({ key, label }: Spot): void {
    const next = nextSort(sort, key);
    setLook({ sort: next });
    setSaid(announceSort(lowerFirst(label), next));
  }

  return (
    <>
      <table aria-label="Sort the rows by" className={styles["heads"]}>
        <thead>
          <tr onKeyDown={(event) => moveFocus(event, "button")}>
            {heads.map((head) => {
              const { x, y, width, height } = head.box;
              const direction = sort?.by !== head.key ? "none" : sort.descending ? "descending" : "ascending";
              return (
                <th key={head.key} scope="col" aria-sort={direction}>
                  <button
                    type="button"
                    className={styles["head"]}
                    aria-label={head.label}
                    title={`Sort by ${lowerFirst(head.label)}`}
                    tabIndex={head.key === reachable ? 0 : -1}
                    style={{ left: x, top: y, width, height }}
                    onClick={() => press(head)}
                  />
                </th>
              );
            })}
          </tr>
        </thead>
      </table>
      <div className={hidden["hidden"]} aria-live="polite">
        {said}
      </div>
    </>
  );
}, sameSpots("heads"));
