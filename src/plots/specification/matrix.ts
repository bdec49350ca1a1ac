import type { Multiverse, Specification } from "../../model/sensitivity";
import {
  CHOICE_NAMES,
  conclusionLabel,
  effectsLabel,
  METHOD_LABELS,
  PREDINT_LABELS,
  TEST_LABELS,
} from "../../words/sensitivity/multiverse";
import type { PlotInput } from "../forestInput";
import { conclusionsOf, type MatrixRow, studiesOf } from "./curve";

/** Lines of the matrix that belong to one choice. */
export interface MatrixGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly (MatrixRow & { readonly label: string })[];
}

/** The key of the studies without a line of their own. */
export const OTHERS = "others";

/** The matrix below the curve: what the analyses conclude, and every choice with the values that were tried. */
export function matrixGroups(input: PlotInput, multiverse: Multiverse, curve: readonly Specification[]) {
  const { effects, specifications, predictions } = multiverse;
  const { descriptor, outcome } = input;
  const methods = [...new Set(specifications.map((s) => s.method))];
  const tests = [...new Set(specifications.map((s) => s.test))];
  const { shown, others } = studiesOf(multiverse);
  const rest = new Set(others);
  const groups: readonly MatrixGroup[] = [
    {
      ...{ key: "conclusion", title: "What the CI says" },
      rows: conclusionsOf(curve).map((conclusion) => ({
        key: conclusion,
        label: conclusionLabel(conclusion, descriptor, outcome),
        has: (s) => s.conclusion === conclusion,
      })),
    },
    {
      ...{ key: "predint", title: "PI excludes no effect" },
      rows: predictions.kinds.map((kind) => ({
        ...{ key: kind, label: PREDINT_LABELS[kind] },
        has: (s) => s.excluding.includes(kind),
      })),
    },
    {
      ...{ key: "effects", title: CHOICE_NAMES.effects },
      rows: effects.map((choice) => ({
        key: choice.key,
        label: effectsLabel(choice, effects),
        has: (s) => s.effects === choice.key,
      })),
    },
    {
      ...{ key: "method", title: CHOICE_NAMES.method },
      rows: methods.map((method) => ({
        ...{ key: method, label: METHOD_LABELS[method] },
        has: (s) => s.method === method,
      })),
    },
    {
      ...{ key: "test", title: CHOICE_NAMES.test },
      rows: tests.map((test) => ({ key: test, label: TEST_LABELS[test], has: (s) => s.test === test })),
    },
    {
      ...{ key: "leftOut", title: CHOICE_NAMES.leftOut },
      rows: [
        { key: "none", label: "None", has: (s) => s.leftOut === null },
        ...shown.map((rowId) => ({
          key: String(rowId),
          label: input.rows(rowId).slab,
          has: (s: Specification) => s.leftOut === rowId,
        })),
        ...(others.length > 0
          ? [
              {
                ...{ key: OTHERS, label: `One of ${others.length} others` },
                has: (s: Specification) => s.leftOut !== null && rest.has(s.leftOut),
              },
            ]
          : []),
      ],
    },
  ];
  return groups
    .filter(({ key, rows }) => rows.length > 1 || key === "conclusion")
    .map((group) => ({ ...group, rows: group.rows.filter(({ has }) => curve.some(has)) }))
    .filter(({ rows }) => rows.length > 0);
}
