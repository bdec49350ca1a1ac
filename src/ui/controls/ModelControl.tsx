import { lazy, Suspense } from "react";
import { appliedModel } from "../../model/appliedModel";
import type { Descriptor } from "../../model/descriptor";
import type { PoolingModel, Preset } from "../../model/poolingModel";
import { hasPublishedModel, resolveModel } from "../../state/selectors";
import { WEIGHTING_NAMES } from "../../words/modelNames";
import { METHOD_TERMS, PRESET_TERMS, TEST_TERMS } from "../../words/terms";
import { useApp, useAsked, useServices } from "../appContext";
import styles from "./Controls.module.css";

const CustomModel = lazy(() => import("./CustomModel"));

/** The model by preset; "Custom" shows every choice by its name, each explained in a line. */
export function ModelControl({ descriptor }: { readonly descriptor: Descriptor }) {
  const { actions } = useServices();
  const preset = useAsked((s) => s.preset);
  const model = useAsked((s) => resolveModel(s, descriptor));
  const measure = useApp((s) => s.answered?.analysis.measure.measure);
  const presets: readonly Preset[] = hasPublishedModel(descriptor)
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
        <p className={styles["hint"]}>{inShort(measure ? appliedModel(model, measure) : model)}</p>
      )}
    </>
  );
}

function inShort({ method, test, weighting }: PoolingModel): string {
  const weights = weighting === "MH" ? `, ${WEIGHTING_NAMES.MH}` : "";
  return `${METHOD_TERMS[method].name}${weights}; ${TEST_TERMS[test].name} interval.`;
}
