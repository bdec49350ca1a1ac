import { formatInteger } from "../../words/number";
import type { MappableTable } from "../../worker/import/protocol";
import styles from "./MappingStep.module.css";

interface Props {
  readonly tables: readonly MappableTable[];
  readonly chosen: MappableTable;
  readonly onChoose: (table: MappableTable) => void;
}

/** Which of several tables to open. */
export function TableChoice({ tables, chosen, onChoose }: Props) {
  return (
    <label className={styles["field"]}>
      Table
      <select
        value={chosen.name}
        onChange={(event) => {
          const next = tables.find(({ name }) => name === event.target.value);
          if (next) onChoose(next);
        }}
      >
        {tables.map(({ name, count }) => (
          <option key={name} value={name}>
            {name} ({formatInteger(count)} rows)
          </option>
        ))}
      </select>
    </label>
  );
}
