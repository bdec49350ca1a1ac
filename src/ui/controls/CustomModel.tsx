import { appliedModel, type NoMantelHaenszel, noMantelHaenszel } from "../../model/appliedModel";
import type { PoolingModel } from "../../model/poolingModel";
import {
  GROUP_TAU2,
  LEVELS,
  METHODS,
  PREDINTS,
  SMD_VARIANCES,
  TESTS,
  WEIGHTINGS,
  ZERO_CELL_RULES,
} from "../../state/url/params";
import {
  GROUP_TAU2_TERMS,
  METHOD_TERMS,
  PREDINT_TERMS,
  SMD_VARIANCE_TERMS,
  TEST_TERMS,
  type Term,
  WEIGHTING_TERMS,
  ZERO_CELL_TERMS,
} from "../../words/terms";
import { useApp, useServices } from "../appContext";
import styles from "./Controls.module.css";

const NO_MANTEL_HAENSZEL: Readonly<Record<NoMantelHaenszel, string>> = {
  measure: "Inverse variance: Mantel-Haenszel is for odds ratios, risk ratios and risk differences.",
  method: "Inverse variance: Mantel-Haenszel goes with the common effect or DerSimonian-Laird, chosen above.",
};

/** Every choice of the model by its name, each explained in a line; what does not apply here says why. */
export default function CustomModel({ model: chosen }: { readonly model: PoolingModel }) {
  const { setModel } = useServices().actions;
  const measure = useApp((s) => s.answered?.analysis.measure.measure) ?? "GEN";
  const model = appliedModel(chosen, measure);
  const noTables = noMantelHaenszel(model, measure);
  const byTables = model.weighting === "MH";
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
        label="Weights"
        values={WEIGHTINGS}
        terms={WEIGHTING_TERMS}
        value={model.weighting}
        onChange={(weighting) => setModel({ weighting })}
        whyNot={noTables && NO_MANTEL_HAENSZEL[noTables]}
      />
      <Choice
        label="Interval"
        values={TESTS}
        terms={TEST_TERMS}
        value={model.test}
        onChange={(test) => setModel({ test })}
        whyNot={
          byTables && model.method === "EE" ? "The Mantel-Haenszel common effect has Wald’s interval only." : null
        }
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
        whyNot={byTables ? "With Mantel-Haenszel each group is pooled by itself." : null}
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
  /** Why there is nothing to choose here. */
  readonly whyNot?: string | null;
}

function Choice<T extends string>({ label, values, terms, value, onChange, whyNot = null }: ChoiceProps<T>) {
  return (
    <>
      <label className={styles["field"]}>
        <span>{label}</span>
        <select
          value={value}
          disabled={whyNot !== null}
          onChange={(e) => onChange(values.find((v) => v === e.target.value) ?? value)}
        >
          {values.map((v) => (
            <option key={v} value={v}>
              {terms[v].name}
            </option>
          ))}
        </select>
      </label>
      <p className={styles["hint"]}>{whyNot ?? terms[value].explanation}</p>
    </>
  );
}
