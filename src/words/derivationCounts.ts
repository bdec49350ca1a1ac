import type { Descriptor } from "../model/descriptor";
import type { Measure } from "../model/measure";
import type { ZeroCellRule } from "../model/poolingModel";
import type { CountsData } from "../model/study";
import { type Computed, figure, resultOf } from "./derivationFigures";
import { formatInteger } from "./number";
import { upperFirst } from "./phrase";

/** The 2×2 table that the formulas read: events (a, c), those without (b, d), and the arms' totals. */
interface Cells {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n1: number;
  readonly n2: number;
}

/** How an effect came about from events in two arms: formulas with the study's figures in them. */
export function countsSteps(
  data: CountsData,
  measure: Measure,
  computed: Computed,
  { intervention, control }: Descriptor["arms"],
  zeroCells: ZeroCellRule,
): readonly string[] {
  const { ai, n1i, ci, n2i } = data;
  const arms = `${upperFirst(intervention)} (1): ${formatInteger(ai)} of ${formatInteger(n1i)}. ${upperFirst(control)} (2): ${formatInteger(ci)} of ${formatInteger(n2i)}.`;
  const isCorrected = measure !== "PETO" && measure !== "AS";
  const hasZero = ai === 0 || ci === 0 || ai === n1i || ci === n2i;
  const said = isCorrected ? CORRECTED[zeroCells](hasZero) : "";
  const cells = cellsOf(data, said === "" ? "none" : zeroCells);
  return [arms, ...(said === "" ? [] : [said]), ...formulas(measure, cells, computed)];
}

const CORRECTED: Readonly<Record<ZeroCellRule, (hasZero: boolean) => string>> = {
  only0: (hasZero) => (hasZero ? "A cell is zero, so ½ is added to all four cells of this study." : ""),
  all: () => "½ is added to all four cells, as in every study.",
  "treatment-arm": (hasZero) =>
    hasZero ? "A cell is zero, so each arm’s cells get its share of the participants." : "",
  none: () => "",
};

/** The table with what the rule adds to this study. */
function cellsOf({ ai, n1i, ci, n2i }: CountsData, rule: ZeroCellRule): Cells {
  const N = n1i + n2i;
  const [add1, add2] = rule === "none" ? [0, 0] : rule === "treatment-arm" ? [n1i / N, n2i / N] : [0.5, 0.5];
  const [a, b, c, d] = [ai + add1, n1i - ai + add1, ci + add2, n2i - ci + add2];
  return { a, b, c, d, n1: a + b, n2: c + d };
}

function formulas(measure: Measure, cells: Cells, { yi, vi }: Computed): readonly string[] {
  const [a, b, c, d, n1, n2] = [cells.a, cells.b, cells.c, cells.d, cells.n1, cells.n2].map(figure);
  const value = resultOf(measure, yi);
  const variance = figure(vi);
  switch (measure) {
    case "RR":
      return [
        `RR = (a / n₁) / (c / n₂) = (${a} / ${n1}) / (${c} / ${n2}) = ${value}; a and c are the events.`,
        `Variance = 1/a − 1/n₁ + 1/c − 1/n₂ = 1/${a} − 1/${n1} + 1/${c} − 1/${n2} = ${variance}.`,
      ];
    case "OR":
      return [
        `OR = (a × d) / (b × c) = (${a} × ${d}) / (${b} × ${c}) = ${value}; a and c are the events, b and d those without.`,
        `Variance = 1/a + 1/b + 1/c + 1/d = 1/${a} + 1/${b} + 1/${c} + 1/${d} = ${variance}.`,
      ];
    case "RD":
      return [
        `RD = a / n₁ − c / n₂ = ${a} / ${n1} − ${c} / ${n2} = ${value}; a and c are the events, b and d those without.`,
        `Variance = a × b / n₁³ + c × d / n₂³ = ${a} × ${b} / ${n1}³ + ${c} × ${d} / ${n2}³ = ${variance}.`,
      ];
    case "PETO":
      return peto(cells, value, variance);
    case "AS":
      return [
        `ASD = asin √(a / n₁) − asin √(c / n₂) = asin √(${a} / ${n1}) − asin √(${c} / ${n2}) = ${value}; a and c are the events.`,
        `Variance = 1/(4n₁) + 1/(4n₂) = 1/(4 × ${n1}) + 1/(4 × ${n2}) = ${variance}.`,
      ];
    default:
      return [];
  }
}

function peto({ a, b, c, d, n1, n2 }: Cells, value: string, variance: string): readonly string[] {
  const N = n1 + n2;
  const E = (n1 * (a + c)) / N;
  const V = (n1 * n2 * (a + c) * (b + d)) / (N ** 2 * (N - 1));
  return [
    `Expected events E = n₁ × (a + c) / N = ${figure(n1)} × ${figure(a + c)} / ${figure(N)} = ${figure(E)}; a and c are the events.`,
    `V = n₁ × n₂ × (a + c) × (b + d) / (N² × (N − 1)) = ${[n1, n2, a + c, b + d].map(figure).join(" × ")} / (${figure(N)}² × ${figure(N - 1)}) = ${figure(V)}.`,
    `Peto OR = exp((a − E) / V) = exp((${figure(a)} − ${figure(E)}) / ${figure(V)}) = ${value}.`,
    `Variance = 1 / V = 1 / ${figure(V)} = ${variance}.`,
  ];
}
