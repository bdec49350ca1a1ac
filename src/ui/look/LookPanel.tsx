import { useEffect, useRef } from "react";
import { DEFAULT_LOOK, type Look } from "../../model/look";
import { groupChoices } from "../../plots/columnChoices";
import type { ForestLayout } from "../../plots/forestLayout";
import { midReach } from "../../plots/panelBands";
import { useAsked, useServices } from "../appContext";
import { Icon } from "../Icon";
import { AxisFields } from "./AxisFields";
import { ColumnList } from "./ColumnList";
import styles from "./LookPanel.module.css";
import { SortField } from "./SortField";

/** What of the look belongs to the forest plot. */
const FOREST: Partial<Look> = (({
  sort,
  columns,
  collapsed,
  density,
  range,
  favours,
  pooledLine,
  midBand,
  tauBands,
}) => ({
  ...{ sort, columns, collapsed, density, range, favours, pooledLine, midBand, tauBands },
}))(DEFAULT_LOOK);

interface Props {
  readonly layout: ForestLayout;
  readonly onClose: () => void;
}

const SPREAD = "How far true effects spread: μ\u00a0±\u00a0τ and μ\u00a0±\u00a02τ";

/** Every choice about how the forest plot is drawn; none of them changes a number. */
export default function LookPanel({ layout, onClose }: Props) {
  const { setLook } = useServices().actions;
  const look = useAsked((s) => s.look);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>("select")?.focus({ preventScroll: true });
    // A sheet hides half of a small screen: the figure goes to the other half.
    if (matchMedia("(max-width: 899px)").matches) panel.current?.parentElement?.scrollIntoView({ block: "start" });
  }, []);
  const { input, columns } = layout;
  const drawn = [...columns.cells.map(({ key }) => key), ...columns.bias.map(({ column }) => column)];
  if (columns.weightRight !== null) drawn.push("weight");
  const groups = groupChoices(input);
  const fold = (key: string, isFolded: boolean) =>
    setLook({ collapsed: isFolded ? [...look.collapsed, key] : look.collapsed.filter((k) => k !== key) });

  return (
    <div
      ref={panel}
      role="dialog"
      aria-label="Figure"
      className={styles["panel"]}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header>
        <h2>Figure</h2>
        <p>How it is drawn. Nothing here changes a number.</p>
        <button type="button" aria-label="Close" className={styles["close"]} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className={styles["choices"]}>
        <SortField input={input} sort={look.sort} />
        <Check
          label="Compact rows"
          isOn={look.density === "compact"}
          onChange={(on) => setLook({ density: on ? "compact" : "roomy" })}
        />
        {groups.length > 0 && (
          <fieldset>
            <legend>Show the result alone of</legend>
            {groups.map(({ key, title }) => (
              <Check key={key} label={title} isOn={look.collapsed.includes(key)} onChange={(on) => fold(key, on)} />
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend>Lines and bands</legend>
          <Check
            label="Line at the pooled estimate"
            isOn={look.pooledLine}
            onChange={(pooledLine) => setLook({ pooledLine })}
          />
          {midReach(input) !== null && (
            <Check
              label="Smallest difference that matters"
              isOn={look.midBand}
              onChange={(midBand) => setLook({ midBand })}
            />
          )}
          <Check label={SPREAD} isOn={look.tauBands} onChange={(tauBands) => setLook({ tauBands })} />
        </fieldset>
        <AxisFields look={look} input={input} />
        <ColumnList input={input} chosen={look.columns} drawn={drawn} />
      </div>
      <button type="button" className={styles["reset"]} onClick={() => setLook(FOREST)}>
        Back to the usual figure
      </button>
    </div>
  );
}

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Check({ label, isOn, onChange }: CheckProps) {
  return (
    <label className={styles["check"]}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
