import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import type { PlotInput } from "../../plots/forestInput";
import type { Spot } from "../../scene/scene";
import { useAsked, useServices } from "../appContext";
import { leavingOnly, withStudies } from "./excluded";
import { moveFocus } from "./moveFocus";
import styles from "./Touch.module.css";

interface Props {
  readonly spots: readonly Spot[];
  readonly input: PlotInput;
}

/** A checkbox at each group's heading: all of its studies in or out; with Alt, or by O, only this group. */
export function GroupToggles({ spots, input }: Props) {
  const { actions } = useServices();
  const excluded = useAsked((s) => s.selection.excluded);
  const out = new Set(excluded);
  const { groups, studies } = input.analysis;
  const studiesOf = (rowIds: readonly number[]) => [...new Set(rowIds.map((id) => input.rows(id).studyId))];

  return (
    <fieldset aria-label="Groups" className={styles["groups"]} onKeyDown={(event) => moveFocus(event, "input")}>
      {spots.map(({ key, label, box }, i) => {
        const members = studiesOf(groups.find((group) => group.key === key)?.rowIds ?? []);
        const isIn = members.filter((id) => !out.has(id)).length;
        const only = () =>
          actions.setExcluded(leavingOnly(members, studiesOf(studies.map(({ rowId }) => rowId)), excluded));
        return (
          <TriState
            key={key}
            label={`${label}: all ${input.descriptor.studyNoun.many}`}
            state={isIn === 0 ? "none" : isIn === members.length ? "all" : "some"}
            place={{ left: box.x, top: box.y + (box.height - 24) / 2 }}
            reachable={i === 0}
            onToggle={() => actions.setExcluded(withStudies(members, isIn < members.length, excluded))}
            onOnly={only}
          />
        );
      })}
    </fieldset>
  );
}

interface TriStateProps {
  readonly label: string;
  readonly state: "all" | "some" | "none";
  readonly place: { readonly left: number; readonly top: number };
  readonly reachable: boolean;
  readonly onToggle: () => void;
  readonly onOnly: () => void;
}

/** A checkbox that is also between the two. */
function TriState({ label, state, place, reachable, onToggle, onOnly }: TriStateProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (input.current) input.current.indeterminate = state === "some";
  });
  return (
    <input
      ref={input}
      type="checkbox"
      aria-label={label}
      checked={state === "all"}
      tabIndex={reachable ? 0 : -1}
      style={place}
      onChange={({ nativeEvent }) => (nativeEvent instanceof MouseEvent && nativeEvent.altKey ? onOnly() : onToggle())}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "o") onOnly();
      }}
    />
  );
}
