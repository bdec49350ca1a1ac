import { useState } from "react";
import type { OutcomeInfo } from "../../model/descriptor";
import type { Measure, Scale } from "../../model/measure";
import { NumberField } from "../lens/NumberField";
import { CommitField } from "../look/CommitField";

/** Where a smallest difference comes from that nothing more is said of. */
const OWN_SOURCE = "set with the data";

type Mid = OutcomeInfo["mid"];

interface Props {
  readonly mid: Mid;
  /** What the outcome's data can be measured by; at least one. */
  readonly measures: readonly { readonly code: Measure; readonly short: string; readonly scale: Scale }[];
  /** Taken while nothing was said; null: the first of them. */
  readonly first: Measure | null;
  readonly onChange: (mid: Mid) => void;
}

/** The smallest difference that matters: on which scale, how much, and who says so. */
export function MidFields({ mid, measures, first, onChange }: Props) {
  const [asked, setAsked] = useState(first);
  const chosen = mid?.measure ?? asked;
  const measure = measures.find(({ code }) => code === chosen) ?? measures[0];
  if (!measure) return null;
  const isRatio = measure.scale === "log";
  return (
    <>
      <NumberField
        label="Smallest difference that matters"
        unit=""
        value={mid?.value ?? null}
        isOwn={false}
        isValid={(value) => value > 0 && value < Infinity && !(isRatio && value === 1)}
        rule={isRatio ? "A ratio above 0 other than 1." : "A number above 0."}
        onEnter={(value) =>
          onChange(value === null ? null : { value, measure: measure.code, source: mid?.source ?? OWN_SOURCE })
        }
      />
      {measures.length > 1 && (
        <label>
          Given as
          <select
            value={measure.code}
            onChange={(event) => {
              const code = measures.find((one) => one.code === event.target.value)?.code ?? measure.code;
              setAsked(code);
              if (mid) onChange({ ...mid, measure: code });
            }}
          >
            {measures.map(({ code, short }) => (
              <option key={code} value={code}>
                {short}
              </option>
            ))}
          </select>
        </label>
      )}
      {mid && (
        <CommitField
          label="Its source"
          value={mid.source}
          placeholder={OWN_SOURCE}
          onCommit={(text) => onChange({ ...mid, source: text || OWN_SOURCE })}
        />
      )}
    </>
  );
}
