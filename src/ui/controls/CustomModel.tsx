import type { PoolingModel } from "../../model/poolingModel";
import { GROUP_TAU2, LEVELS, METHODS, PREDINTS, SMD_VARIANCES, TESTS, ZERO_CELL_RULES } from "../../state/url/params";
import {
  GROUP_TAU2_TERMS,
  METHOD_TERMS,
  PREDINT_TERMS,
  SMD_VARIANCE_TERMS,
  TEST_TERMS,
  type Term,
  ZERO_CELL_TERMS,
} from "../../words/terms";
import { useServices } from "../appContext";
import styles from "./Controls.module.css";

/** Every choice of the model by its name, each explained in a line. */
export default function CustomModel({ model }: { readonly model: PoolingModel }) {
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
      <Choice
        label="Zero cells"
        values={ZERO_CELL_RULES}
        terms={ZERO_CELL_TERMS}
        value={model.zeroCells}
        onChange={(zeroCells) => setModel({ zeroCells })}
      />
      <Choice
        label="Groups"
        values={GROUP_TAU2}
        terms={GROUP_TAU2_TERMS}
        value={model.groupTau2}
        onChange={(groupTau2) => setModel({ groupTau2 })}
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
