import { lazy, Suspense } from "react";
import type { Descriptor } from "../../model/descriptor";
import type { PoolingModel, Preset } from "../../model/poolingModel";
import { resolveModel } from "../../state/selectors";
import { METHOD_TERMS, PRESET_TERMS, TEST_TERMS } from "../../words/terms";
import { useAsked, useServices } from "../appContext";
import styles from "./Controls.module.css";

const CustomModel = lazy(() => import("./CustomModel"));

/** The model by preset; "Custom" shows every choice by its name, each explained in a line. */
export function ModelControl({ descriptor }: { readonly descriptor: Descriptor }) {
  const { actions } = useServices();
  const preset = useAsked((s) => s.preset);
  const custom = useAsked((s) => s.custom);
  const model = resolveModel({ preset, custom }, descriptor);
  const presets: readonly Preset[] = descriptor.publishedModel
    ? ["published", "cochrane", "custom"]
    : ["cochrane", "custom"];
  return (
    <>
      <label className={styles["field"]}>
        <span>Model</span>
        <select value={preset} onChange={(e) => actions.setPreset(presets.find((p) => p === e.target.value) ?? preset)}>
          {presets.map((name) => (
            <option key={name} value={name}>
              {PRESET_TERMS[name].name}
            </option>
          ))}
        </select>
      </label>
      {preset === "custom" ? (
        <Suspense>
          <CustomModel model={model} />
        </Suspense>
      ) : (
        <p className={styles["hint"]}>{inShort(model)}</p>
      )}
    </>
  );
}

function inShort({ method, test }: PoolingModel): string {
  return `${METHOD_TERMS[method].name}; ${TEST_TERMS[test].name} interval.`;
}
