import { lazy, Suspense, useState } from "react";
import type { DatasetKind } from "../../model/descriptor";
import type { Held } from "../../state/appState";
import { keyOf } from "../../state/keep/heldAs";
import { useApp, useServices } from "../appContext";
import { DATASETS } from "../datasets";
import { Icon } from "../Icon";
import styles from "./DatasetPicker.module.css";

const YourDataDialog = lazy(() => import("../keep/YourDataDialog"));

const BADGES: Readonly<Record<DatasetKind, string>> = {
  simulated: "Simulated",
  published: "Published data",
  own: "Your data",
};

/** The choice of dataset, grouped by where its numbers come from, with the badge of the one that is open. */
export function DatasetPicker() {
  const { loading, keep } = useServices();
  const held = useApp((s) => s.held);
  const own = useApp((s) => s.own);
  const kept = useApp((s) => s.kept);
  const busy = useApp((s) => s.loading);
  const [managing, setManaging] = useState(false);
  const badges = held ? badgesOf(held, own) : [];
  const mine = [
    ...own.map(({ key, dataset }) => ({ key, name: dataset.descriptor.shortTitle })),
    ...kept.map(({ id, name }) => ({ key: keyOf(id), name })).filter(({ key }) => own.every((h) => h.key !== key)),
  ];

  function choose(key: string): void {
    if (mine.some((one) => one.key === key)) void keep().then((kept) => kept.reopen(key));
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
        {mine.length > 0 && (
          <optgroup label={BADGES.own}>
            {mine.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {mine.length > 0 && (
        <button
          type="button"
          className={styles["manage"]}
          aria-label="Your data: rename, duplicate, save, delete"
          title="Your data: rename, duplicate, save, delete"
          onClick={() => setManaging(true)}
        >
          <Icon name="list" />
        </button>
      )}
      {badges.map((kind) => (
        <span key={kind} className={styles["badge"]} data-kind={kind}>
          {BADGES[kind]}
        </span>
      ))}
      <Suspense>{managing && <YourDataDialog onClose={() => setManaging(false)} />}</Suspense>
    </div>
  );
}

/** A reader's file is theirs whatever its description calls it; but that it is simulated must not be lost. */
function badgesOf({ key, dataset }: Held, own: readonly Held[]): readonly DatasetKind[] {
  const { kind } = dataset.descriptor;
  if (!own.some((h) => h.key === key)) return [kind];
  return kind === "simulated" ? ["own", "simulated"] : ["own"];
}
