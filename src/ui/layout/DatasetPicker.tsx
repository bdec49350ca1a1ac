import type { DatasetKind } from "../../model/descriptor";
import type { Held } from "../../state/appState";
import { useApp, useServices } from "../appContext";
import { DATASETS } from "../datasets";
import styles from "./DatasetPicker.module.css";

const BADGES: Readonly<Record<DatasetKind, string>> = {
  simulated: "Simulated",
  published: "Published data",
  own: "Your data",
};

/** The choice of dataset, grouped by where its numbers come from, with the badge of the one that is open. */
export function DatasetPicker() {
  const { loading } = useServices();
  const held = useApp((s) => s.held);
  const own = useApp((s) => s.own);
  const busy = useApp((s) => s.loading);
  const badges = held ? badgesOf(held, own) : [];

  function choose(key: string): void {
    const known = own.find((h) => h.key === key);
    if (known) loading.reopen(known);
    else void loading.openBundled(key);
  }

  return (
    <div className={styles["picker"]}>
      <select
        aria-label="Dataset"
        value={held?.key ?? ""}
        onChange={(e) => choose(e.target.value)}
        aria-busy={busy !== null}
      >
        {!held && <option value="">Loading …</option>}
        {(["simulated", "published"] as const).map((group) => (
          <optgroup key={group} label={BADGES[group]}>
            {DATASETS.filter((d) => d.kind === group).map((d) => (
              <option key={d.id} value={d.id}>
                {d.shortTitle}
              </option>
            ))}
          </optgroup>
        ))}
        {own.length > 0 && (
          <optgroup label={BADGES.own}>
            {own.map((h) => (
              <option key={h.key} value={h.key}>
                {h.dataset.descriptor.shortTitle}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {badges.map((kind) => (
        <span key={kind} className={styles["badge"]} data-kind={kind}>
          {BADGES[kind]}
        </span>
      ))}
    </div>
  );
}

/** A reader's file is theirs whatever its description calls it; but that it is simulated must not be lost. */
function badgesOf({ key, dataset }: Held, own: readonly Held[]): readonly DatasetKind[] {
  const { kind } = dataset.descriptor;
  if (!own.some((h) => h.key === key)) return [kind];
  return kind === "simulated" ? ["own", "simulated"] : ["own"];
}
