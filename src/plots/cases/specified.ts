import { CONCLUSIONS } from "../../model/conclusion";
import type { Predint } from "../../model/poolingModel";
import { type EffectChoice, NONE_LEFT_OUT, type Specification, type Specified } from "../../model/specifications";

/** These specifications in columns. */
export function specified(
  list: readonly Specification[],
  effects: readonly EffectChoice[],
  predints: readonly Predint[] = [],
): Specified {
  const methods = [...new Set(list.map(({ method }) => method))];
  const tests = [...new Set(list.map(({ test }) => test))];
  const keys = effects.map(({ key }) => key);
  const bits = (excluding: readonly Predint[]) => excluding.reduce((sum, kind) => sum + 2 ** predints.indexOf(kind), 0);
  return {
    ...{ effects, methods, tests, predints },
    specifications: {
      length: list.length,
      effects: Uint8Array.from(list, (s) => keys.indexOf(s.effects)),
      method: Uint8Array.from(list, (s) => methods.indexOf(s.method)),
      test: Uint8Array.from(list, (s) => tests.indexOf(s.test)),
      leftOut: Int32Array.from(list, (s) => s.leftOut ?? NONE_LEFT_OUT),
      k: Uint32Array.from(list, (s) => s.k),
      mu: Float64Array.from(list, (s) => s.mu),
      ciLb: Float64Array.from(list, (s) => s.ciLb),
      ciUb: Float64Array.from(list, (s) => s.ciUb),
      I2: Float64Array.from(list, (s) => s.I2 ?? Number.NaN),
      conclusion: Uint8Array.from(list, (s) => CONCLUSIONS.indexOf(s.conclusion)),
      excluding: Uint8Array.from(list, (s) => bits(s.excluding)),
    },
  };
}
