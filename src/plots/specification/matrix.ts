import { CONCLUSIONS } from "../../model/conclusion";
import type { Multiverse } from "../../model/sensitivity";
import { NONE_LEFT_OUT } from "../../model/specifications";
import {
  CHOICE_NAMES,
  conclusionLabel,
  effectsLabel,
  METHOD_LABELS,
  PREDINT_LABELS,
  TEST_LABELS,
} from "../../words/sensitivity/multiverse";
import type { PlotInput } from "../forestInput";
import { type Curve, conclusionsOf, type MatrixRow, studiesOf } from "./curve";

/** Lines of the matrix that belong to one choice. */
export interface MatrixGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly (MatrixRow & { readonly label: string })[];
}

/** The key of the studies without a line of their own. */
export const OTHERS = "others";

/** The matrix below the curve: what the analyses conclude, and every choice with the values that were tried. */
export function matrixGroups(input: PlotInput, multiverse: Multiverse, curve: Curve) {
  const { effects, methods, tests, predints, predictions, specifications: s } = multiverse;
  const { descriptor, outcome } = input;
  const { shown, others } = studiesOf(multiverse);
  const rest = new Set(others);
  const groups: readonly MatrixGroup[] = [
    {
      ...{ key: "conclusion", title: "What the CI says" },
      rows: conclusionsOf(s, curve).map((conclusion) => ({
        key: conclusion,
        label: conclusionLabel(conclusion, descriptor, outcome),
        has: (at) => CONCLUSIONS[s.conclusion[at]!] === conclusion,
      })),
    },
    {
      ...{ key: "predint", title: "PI excludes no effect" },
      rows: predictions.kinds.map((kind) => ({
        ...{ key: kind, label: PREDINT_LABELS[kind] },
        has: (at) => ((s.excluding[at]! >> predints.indexOf(kind)) & 1) === 1,
      })),
    },
    {
      ...{ key: "effects", title: CHOICE_NAMES.effects },
      rows: effects.map((choice, code) => ({
        key: choice.key,
        label: effectsLabel(choice, effects),
        has: (at) => s.effects[at] === code,
      })),
    },
    {
      ...{ key: "method", title: CHOICE_NAMES.method },
      rows: methods.map((method, code) => ({
        ...{ key: method, label: METHOD_LABELS[method] },
        has: (at) => s.method[at] === code,
      })),
    },
    {
      ...{ key: "test", title: CHOICE_NAMES.test },
      rows: tests.map((test, code) => ({ key: test, label: TEST_LABELS[test], has: (at) => s.test[at] === code })),
    },
    {
      ...{ key: "leftOut", title: CHOICE_NAMES.leftOut },
      rows: [
        { key: "none", label: "None", has: (at) => s.leftOut[at] === NONE_LEFT_OUT },
        ...shown.map((rowId) => ({
          key: String(rowId),
          label: input.rows(rowId).slab,
          has: (at: number) => s.leftOut[at] === rowId,
        })),
        ...(others.length > 0
          ? [
              {
                ...{ key: OTHERS, label: `One of ${others.length} others` },
                has: (at: number) => rest.has(s.leftOut[at]!),
              },
            ]
          : []),
      ],
    },
  ];
  return groups
    .filter(({ key, rows }) => rows.length > 1 || key === "conclusion")
    .map((group) => ({ ...group, rows: group.rows.filter(({ has }) => curve.some((at) => has(at))) }))
    .filter(({ rows }) => rows.length > 0);
}
