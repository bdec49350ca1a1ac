import { useState } from "react";
import type { OwnData } from "../../model/ownData";
import type { Held } from "../../state/appState";
import { useAsked } from "../appContext";
import { CommitField } from "../look/CommitField";
import { withOutcome } from "./describedWith";
import styles from "./EditView.module.css";
import { OutcomeFields } from "./OutcomeFields";

interface Props {
  readonly held: Held;
  readonly own: OwnData;
  readonly onChange: (edit: (own: OwnData) => OwnData) => void;
}

/** What is said of the data beside the table: their title, the arms' names, and each outcome. */
export function DescribedFields({ held, own, onChange }: Props) {
  const { descriptor } = held.dataset;
  const { intervention, control } = descriptor.arms;
  const inView = useAsked((s) => s.selection.outcome);
  const [chosen, setChosen] = useState<string | null>(null);
  const outcome =
    descriptor.outcomes.find(({ name }) => name === chosen) ??
    descriptor.outcomes.find(({ name }) => name === inView) ??
    descriptor.outcomes[0];
  const say = (change: Partial<OwnData["described"]>) =>
    onChange((now) => ({ ...now, described: { ...now.described, ...change } }));
  const setArms = (change: Partial<typeof descriptor.arms>) => say({ arms: { intervention, control, ...change } });

  return (
    <section className={styles["described"]} aria-label="Names and outcomes">
      <fieldset>
        <legend>The data</legend>
        <CommitField
          label="Title"
          value={descriptor.title}
          placeholder={own.name}
          onCommit={(text) => {
            const name = text || own.name;
            onChange((now) => ({ ...now, name, described: { ...now.described, title: name } }));
          }}
        />
        <CommitField
          label="Arm 1 is called"
          value={intervention}
          placeholder="intervention"
          onCommit={(text) => setArms({ intervention: text || "intervention" })}
        />
        <CommitField
          label="Arm 2 is called"
          value={control}
          placeholder="control"
          onCommit={(text) => setArms({ control: text || "control" })}
        />
      </fieldset>
      {outcome && (
        <fieldset>
          <legend>Outcome</legend>
          {descriptor.outcomes.length > 1 && (
            <label>
              Which
              <select value={outcome.name} onChange={(event) => setChosen(event.target.value)}>
                {descriptor.outcomes.map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <OutcomeFields
            key={outcome.name}
            outcome={outcome}
            rows={held.dataset.rows}
            onChange={(change) =>
              onChange((now) => ({ ...now, described: withOutcome(now.described, descriptor, outcome.name, change) }))
            }
          />
        </fieldset>
      )}
    </section>
  );
}
