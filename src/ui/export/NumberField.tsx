import { useEffect, useState } from "react";
import styles from "./StyleDialog.module.css";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly limits: { readonly min: number; readonly max: number };
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** A number under its label; while what is typed is none within the limits, the last one holds. */
export function NumberField({ label, value, limits, step, onChange }: Props) {
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const { min, max } = limits;
  return (
    <label className={styles["field"]}>
      {label}
      <input
        type="number"
        inputMode="decimal"
        {...{ min, max, step }}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = event.target.valueAsNumber;
          if (next >= min && next <= max) onChange(next);
        }}
        onBlur={() => setTyped(String(value))}
      />
    </label>
  );
}
