import type { Mapping } from "../../model/mapping";
import type { MappableTable } from "../../worker/import/protocol";
import styles from "./MappingStep.module.css";
import { isByArm, isConstant, isGiven } from "./roles";
import { valuesOf } from "./samples";

const CONSTANTS = [
  { key: "outcome", words: "Outcome of all rows" },
  { key: "timepoint", words: "Timepoint of all rows" },
  { key: "comparator", words: "Comparator of all rows" },
] as const;

interface Props {
  readonly table: MappableTable;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** What is said of the table as a whole: only what its columns leave open. */
export function MappingChoices({ table, mapping, onChange }: Props) {
  const { columns, constants, splitOutcome, givenAre } = mapping;
  const change = (part: Partial<Mapping>) => onChange({ ...mapping, ...part });
  const hasOutcome = !isConstant(mapping, "outcome");
  return (
    <div className={styles["choices"]}>
      {isByArm(mapping) && <Reference table={table} mapping={mapping} onChange={onChange} />}
      {isGiven(mapping) && (
        <label>
          Effects and limits are
          <select
            value={givenAre}
            onChange={(event) => change({ givenAre: event.target.value === "ratios" ? "ratios" : "analysis-scale" })}
          >
            <option value="analysis-scale">differences, or logarithms of ratios</option>
            <option value="ratios">ratios as ratios: 1 is no effect</option>
          </select>
        </label>
      )}
      {CONSTANTS.filter(({ key }) => isConstant(mapping, key)).map(({ key, words }) => (
        <label key={key}>
          {words}
          <input
            type="text"
            value={constants[key]}
            onChange={(event) => change({ constants: { ...constants, [key]: event.target.value } })}
          />
        </label>
      ))}
      {hasOutcome && columns.every(({ role }) => role !== "timepoint") && (
        <label className={styles["check"]}>
          <input
            type="checkbox"
            checked={splitOutcome}
            onChange={(event) => change({ splitOutcome: event.target.checked })}
          />
          Split the outcome’s words: “Pain at 3 months” is pain, at 3 months
        </label>
      )}
    </div>
  );
}

/** The arm that the others are compared with, in a table with a row per arm. */
function Reference({ table, mapping, onChange }: Props) {
  const column = mapping.columns.findIndex(({ role }) => role === "arm");
  const arms = column < 0 ? [] : valuesOf(table.rows, column);
  const { reference } = mapping;
  return (
    <label>
      Arms are compared with
      <select
        value={reference ?? ""}
        disabled={arms.length === 0}
        onChange={(event) => onChange({ ...mapping, reference: event.target.value || null })}
      >
        <option value="">
          {arms.length === 0 ? "say which column names the arm" : "the usual one: control, or in most studies"}
        </option>
        {arms.map((arm) => (
          <option key={arm} value={arm}>
            {arm}
          </option>
        ))}
      </select>
    </label>
  );
}
