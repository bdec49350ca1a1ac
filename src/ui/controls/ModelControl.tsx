import type { Descriptor } from "../../model/descriptor";
import type { PoolingModel, Preset } from "../../model/poolingModel";
import { resolveModel } from "../../state/selectors";
import { LEVELS, METHODS, PREDINTS, SMD_VARIANCES, TESTS } from "../../state/url/params";
import {
  METHOD_TERMS,
  PREDINT_TERMS,
  PRESET_TERMS,
  SMD_VARIANCE_TERMS,
  TEST_TERMS,
  type Term,
} from "../../words/terms";
import { useApp, useServices } from "../appContext";
import styles from "./Controls.module.css";

/** The model by preset; "Custom" shows every choice by its name, each explained in a line. */
export function ModelControl({ descriptor }: { readonly descriptor: Descriptor }) {
  const { actions } = useServices();
  const preset = useApp((s) => s.preset);
  const custom = useApp((s) => s.custom);
  const model = resolveModel({ preset, custom }, descriptor);
  const presets: readonly Preset[] = descriptor.publishedModel
    ? ["published", "cochrane", "custom"]
    : ["cochrane", "custom"];
  return (
    <>
      <label className={styles["field"]}>
        <span>Model</span>
        <select value={preset} onChange={(e) => actions.setPreset(presets.find((p) => p === e.target.value) ?? preset)}>
          {presets.map((name) => (
            <option key={name} value={name}>
              {PRESET_TERMS[name].name}
            </option>
          ))}
        </select>
      </label>
      {preset === "custom" ? <CustomModel model={model} /> : <p className={styles["hint"]}>{inShort(model)}</p>}
    </>
  );
}

function CustomModel({ model }: { readonly model: PoolingModel }) {
  const { setModel } = useServices().actions;
  return (
    <fieldset className={styles["custom"]}>
      <legend>Custom model</legend>
      <Choice
        label="Effects and τ²"
        values={METHODS}
        terms={METHOD_TERMS}
        value={model.method}
        onChange={(method) => setModel({ method })}
      />
      <Choice
        label="Interval"
        values={TESTS}
        terms={TEST_TERMS}
        value={model.test}
        onChange={(test) => setModel({ test })}
      />
      <Choice
        label="Prediction"
        values={PREDINTS}
        terms={PREDINT_TERMS}
        value={model.predint}
        onChange={(predint) => setModel({ predint })}
      />
      <Choice
        label="SMD variance"
        values={SMD_VARIANCES}
        terms={SMD_VARIANCE_TERMS}
        value={model.smdVariance}
        onChange={(smdVariance) => setModel({ smdVariance })}
      />
      <label className={styles["field"]}>
        <span>Level</span>
        <select value={model.level} onChange={(e) => setModel({ level: Number(e.target.value) })}>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {100 * level}%
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly terms: Readonly<Record<T, Term>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, values, terms, value, onChange }: ChoiceProps<T>) {
  return (
    <>
      <label className={styles["field"]}>
        <span>{label}</span>
        <select value={value} onChange={(e) => onChange(values.find((v) => v === e.target.value) ?? value)}>
          {values.map((v) => (
            <option key={v} value={v}>
              {terms[v].name}
            </option>
          ))}
        </select>
      </label>
      <p className={styles["hint"]}>{terms[value].explanation}</p>
    </>
  );
}

function inShort({ method, test }: PoolingModel): string {
  return `${METHOD_TERMS[method].name}; ${TEST_TERMS[test].name} interval.`;
}
