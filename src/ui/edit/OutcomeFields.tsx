import type { OutcomeInfo } from "../../model/descriptor";
import { MEASURES, MEASURES_FOR } from "../../model/measure";
import type { ArmDataKind, Row } from "../../model/study";
import { CommitField } from "../look/CommitField";
import type { OutcomeChange } from "./describedWith";
import { MidFields } from "./MidFields";

interface Props {
  readonly outcome: OutcomeInfo;
  readonly rows: readonly Row[];
  readonly onChange: (change: OutcomeChange) => void;
}

/** What is said of one outcome: which way is better, its name in sentences, its unit, what difference matters. */
export function OutcomeFields({ outcome, rows, onChange }: Props) {
  const { name, better, noun, unit, mid } = outcome;
  const kinds = new Set<ArmDataKind>(rows.filter((row) => row.outcome === name).map(({ data }) => data.kind));
  const given = kinds.has("given") ? outcome.given : null;
  const measures = [...kinds].flatMap((kind) => MEASURES_FOR[kind]);
  return (
    <>
      <label>
        Better is
        <select
          value={better}
          onChange={(event) => onChange({ better: event.target.value === "higher" ? "higher" : "lower" })}
        >
          <option value="lower">Lower</option>
          <option value="higher">Higher</option>
        </select>
      </label>
      <CommitField
        label="In sentences"
        value={noun}
        placeholder={name}
        onCommit={(text) => onChange({ noun: text || name })}
      />
      <CommitField
        label="Unit"
        value={unit ?? ""}
        placeholder="points (0-10)"
        onCommit={(text) => onChange({ unit: text || null })}
      />
      {given && (
        <>
          <CommitField
            label="The effect is called"
            value={given.short}
            placeholder="Effect"
            onCommit={(text) =>
              onChange({ given: { ...given, name: text || "given effect", short: text || "Effect" } })
            }
          />
          <label>
            Its numbers are
            <select
              value={given.scale}
              onChange={(event) =>
                onChange({ given: { ...given, scale: event.target.value === "log" ? "log" : "identity" } })
              }
            >
              <option value="identity">Differences</option>
              <option value="log">Logarithms of ratios</option>
            </select>
          </label>
        </>
      )}
      {measures.length > 0 && (
        <MidFields
          mid={mid}
          measures={measures.map((code) => {
            const own = code === "GEN" ? given : null;
            return { code, short: own?.short ?? MEASURES[code].short, scale: own?.scale ?? MEASURES[code].scale };
          })}
          first={outcome.measure}
          onChange={(changed) => onChange({ mid: changed })}
        />
      )}
    </>
  );
}
