import { memo, useId } from "react";
import type { MappedColumn, Role } from "../../model/mapping";
import styles from "./MappingStep.module.css";
import { ROLE_GROUPS } from "./roles";

const ABOUT = [
  { key: "outcome", words: "Outcome" },
  { key: "timepoint", words: "Timepoint" },
  { key: "comparator", words: "Comparator" },
] as const;

interface Props {
  readonly index: number;
  readonly column: MappedColumn;
  /** The first different values of the column. */
  readonly samples: readonly string[];
  /** True where other columns have the same role: then it is asked what this one is about. */
  readonly isOneOfSeveral: boolean;
  readonly onChange: (index: number, column: MappedColumn) => void;
}

/** One column of the reader's table: its name, its first values, and what it holds. */
export const ColumnField = memo(function ColumnField({ index, column, samples, isOneOfSeveral, onChange }: Props) {
  const id = useId();
  const change = (part: Partial<MappedColumn>) => onChange(index, { ...column, ...part });
  return (
    <li className={styles["column"]} data-role={column.role}>
      <div className={styles["name"]}>
        <label htmlFor={id}>{column.header || `Column ${index + 1}`}</label>
        <p>{samples.length > 0 ? samples.join(" · ") : "empty"}</p>
      </div>
      <select id={id} value={column.role} onChange={(event) => change({ role: event.target.value as Role })}>
        {ROLE_GROUPS.map(({ title, roles }) => (
          <optgroup key={title} label={title}>
            {roles.map(({ role, words }) => (
              <option key={role} value={role}>
                {words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {isOneOfSeveral && (
        <fieldset className={styles["about"]} aria-label={`What “${column.header}” is about`}>
          {ABOUT.map(({ key, words }) => (
            <label key={key}>
              {words}
              <input
                type="text"
                value={column[key] ?? ""}
                placeholder="of the row"
                onChange={(event) => change({ [key]: event.target.value || null })}
              />
            </label>
          ))}
        </fieldset>
      )}
    </li>
  );
});
