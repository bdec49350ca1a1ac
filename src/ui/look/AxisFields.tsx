import { useState } from "react";
import type { Look } from "../../model/look";
import { armName } from "../../plots/armColumns";
import type { ForestInput } from "../../plots/forestInput";
import { readRange } from "../../words/axisRange";
import { useServices } from "../appContext";
import { CommitField } from "./CommitField";
import styles from "./LookPanel.module.css";

interface Props {
  readonly look: Look;
  readonly input: ForestInput;
}

/** The limits of the axis, by the data or by hand, and what stands under its two sides. */
export function AxisFields({ look: { range, favours }, input: { analysis, descriptor } }: Props) {
  const { scale, short } = analysis.measure;
  const { setLook } = useServices().actions;
  const [typed, setTyped] = useState<readonly [string, string] | null>(null);
  const [from, to] = typed ?? [range ? String(range[0]) : "", range ? String(range[1]) : ""];
  const read = readRange(from, to, scale);

  function commit(next: readonly [string, string]): void {
    const found = readRange(...next, scale);
    setTyped(found.kind === "range" ? null : next);
    if (found.kind === "range") setLook({ range: found.range });
    if (found.kind === "automatic") {
      setTyped(null);
      if (range) setLook({ range: null });
    }
  }

  return (
    <fieldset>
      <legend>Axis</legend>
      <div className={styles["pair"]}>
        <CommitField
          label={`${short} from`}
          value={from}
          placeholder="by the data"
          isNumber
          onCommit={(text) => commit([text, to])}
        />
        <CommitField
          label="to"
          value={to}
          placeholder="by the data"
          isNumber
          onCommit={(text) => commit([from, text])}
        />
      </div>
      {read.kind === "fault" && <p role="alert">{read.message}</p>}
      {range && (
        <button type="button" onClick={() => commit(["", ""])}>
          Limits by the data again
        </button>
      )}
      <div className={styles["pair"]}>
        <CommitField
          label={`${armName(descriptor, 1)}’s side`}
          value={favours?.[0] ?? ""}
          placeholder="Favours …"
          onCommit={(text) => setLook({ favours: pairOf(text, favours?.[1] ?? "") })}
        />
        <CommitField
          label={`${armName(descriptor, 2)}’s side`}
          value={favours?.[1] ?? ""}
          placeholder="Favours …"
          onCommit={(text) => setLook({ favours: pairOf(favours?.[0] ?? "", text) })}
        />
      </div>
    </fieldset>
  );
}

/** Two empty fields are the usual words again. */
function pairOf(intervention: string, control: string): Look["favours"] {
  return intervention === "" && control === "" ? null : [intervention, control];
}
