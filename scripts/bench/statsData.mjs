/**
 * Normal effects about 0.3 with tau² 0.06 and variances between 0.01 and 0.25, the same on every call.
 * @param {number} k
 * @param {number} seed
 */
export function makeStudies(k, seed = 7) {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const vi = Array.from({ length: k }, () => 0.01 * 25 ** uniform());
  const yi = vi.map((v) => 0.3 + Math.sqrt(0.06 + v) * normal());
  return { yi, vi };
}
