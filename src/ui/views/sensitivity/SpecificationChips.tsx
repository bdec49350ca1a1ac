import { ANY_ANALYSIS, type Multiverse, type SpecificationFilter } from "../../../model/sensitivity";
import { CHOICE_NAMES, effectsLabel, METHOD_LABELS, TEST_LABELS } from "../../../words/sensitivity/multiverse";
import styles from "./Multiverse.module.css";

interface Props {
  readonly multiverse: Multiverse;
  readonly filter: SpecificationFilter;
  readonly onFilter: (filter: SpecificationFilter) => void;
  readonly noun: { readonly one: string; readonly many: string };
}

/** Shows only the analyses that make the pressed choices; where none of a group is pressed, any. */
export function SpecificationChips({ multiverse, filter, onFilter, noun }: Props) {
  const { effects, methods, tests } = multiverse;
  const isAny = Object.values(filter).every((wanted) => wanted.length === 0);
  return (
    <details className={styles["filter"]} open={!isAny || undefined}>
      <summary>Show only some</summary>
      <Chips
        name={CHOICE_NAMES.effects}
        options={effects.map((choice) => [choice.key, effectsLabel(choice, effects)])}
        wanted={filter.effects}
        onWanted={(wanted) => onFilter({ ...filter, effects: wanted })}
      />
      <Chips
        name={CHOICE_NAMES.method}
        options={methods.map((method) => [method, METHOD_LABELS[method]])}
        wanted={filter.method}
        onWanted={(wanted) => onFilter({ ...filter, method: wanted })}
      />
      <Chips
        name={CHOICE_NAMES.test}
        options={tests.map((test) => [test, TEST_LABELS[test]])}
        wanted={filter.test}
        onWanted={(wanted) => onFilter({ ...filter, test: wanted })}
      />
      <Chips
        name={CHOICE_NAMES.leftOut}
        options={[
          ["none", `no ${noun.one}`],
          ["one", `one ${noun.one}`],
        ]}
        wanted={filter.leftOut}
        onWanted={(wanted) => onFilter({ ...filter, leftOut: wanted })}
      />
      {!isAny && (
        <button type="button" className={styles["small"]} onClick={() => onFilter(ANY_ANALYSIS)}>
          Show all
        </button>
      )}
    </details>
  );
}

interface ChipsProps<Value extends string> {
  readonly name: string;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly wanted: readonly Value[];
  readonly onWanted: (wanted: readonly Value[]) => void;
}

function Chips<Value extends string>({ name, options, wanted, onWanted }: ChipsProps<Value>) {
  if (options.length < 2) return null;
  return (
    <fieldset className={styles["chips"]}>
      <legend>{name}</legend>
      {options.map(([value, label]) => {
        const isOn = wanted.includes(value);
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isOn}
            onClick={() => onWanted(isOn ? wanted.filter((other) => other !== value) : [...wanted, value])}
          >
            {label}
          </button>
        );
      })}
    </fieldset>
  );
}
