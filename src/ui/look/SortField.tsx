import type { Sort } from "../../model/look";
import { sortChoices } from "../../plots/columnChoices";
import type { ForestInput } from "../../plots/forestInput";
import { useServices } from "../appContext";
import styles from "./LookPanel.module.css";

interface Props {
  readonly input: ForestInput;
  readonly sort: Sort | null;
}

/** What the rows are sorted by, and which way. */
export function SortField({ input, sort }: Props) {
  const { setLook } = useServices().actions;
  const choices = sortChoices(input);
  const at = choices.findIndex(({ key }) => key === (sort?.by ?? null));
  const pick = (index: number) => {
    const by = choices[index]?.key ?? null;
    setLook({ sort: by === null ? null : { by, descending: sort?.descending ?? false } });
  };
  return (
    <div className={styles["sort"]}>
      <label>
        Sort by
        <select value={at} onChange={(event) => pick(Number(event.target.value))}>
          {at < 0 && <option value={-1}>Another column</option>}
          {choices.map(({ key, title }, i) => (
            <option key={key ?? ""} value={i}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        aria-pressed={sort?.descending ?? false}
        disabled={sort === null}
        onClick={() => sort && setLook({ sort: { ...sort, descending: !sort.descending } })}
      >
        Largest first
      </button>
    </div>
  );
}
