import type { ColumnInfo } from "../../model/descriptor";
import type { ArmData } from "../../model/study";
import type { CaseStudy } from "./caseInput";

/** Two arms' means on a 0-10 scale. */
export function means(m1i: number, sd1i: number, n1i: number, m2i: number, sd2i: number, n2i: number): ArmData {
  return { kind: "means", m1i, sd1i, n1i, m2i, sd2i, n2i };
}

/** Events among participants in two arms. */
export function counts(ai: number, n1i: number, ci: number, n2i: number): ArmData {
  return { kind: "counts", ai, n1i, ci, n2i };
}

/** Numbers in [0, 1) that are the same on each run: Park and Miller's generator. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** `k` trials of means, some larger, some smaller, that broadly favour the intervention. */
export function manyMeans(k: number, seed = 7): CaseStudy[] {
  const random = seeded(seed);
  return Array.from({ length: k }, (_, i): CaseStudy => {
    const n = 18 + Math.floor(50 * random());
    const control = 4 + 1.5 * random();
    const gain = 1.2 + 1.4 * (random() - 0.5);
    const sd = 0.9 + 0.7 * random();
    const round = (x: number) => Math.round(10 * x) / 10;
    return {
      slab: `Simulated trial ${String(i + 1).padStart(2, "0")}`,
      year: 2014 + Math.floor(12 * random()),
      data: means(round(control - gain), round(sd), n, round(control), round(sd + 0.2 * random()), n + (i % 3)),
    };
  });
}

/** `k` trials of counts, most of them small. */
export function manyCounts(k: number, seed = 11): CaseStudy[] {
  const random = seeded(seed);
  return Array.from({ length: k }, (_, i): CaseStudy => {
    const n = Math.round(30 * Math.exp(3 * random()));
    const risk = 0.08 + 0.15 * random();
    const ratio = Math.exp(0.45 + 0.8 * (random() - 0.5));
    const data = counts(Math.round(n * Math.min(0.9, risk * ratio)), n, Math.round(n * risk), n + (i % 5));
    return { slab: `Author ${String.fromCharCode(65 + (i % 26))}${i + 1} ${1985 + (i % 35)}`, data };
  });
}

const DOMAINS = ["Randomisation", "Deviations", "Missing data", "Measurement", "Selection"];

/** Columns of RoB 2: five domains and the overall judgement. */
export const BIAS_COLUMNS: readonly ColumnInfo[] = [...DOMAINS, "overall"].map((domain, i) => ({
  name: `rob_${i}`,
  title: domain,
  type: "category",
  riskOfBias: domain,
}));

/** A judgement per domain, varied by the study's number; overall is the worst of them. */
export function judgements(i: number): NonNullable<CaseStudy["columns"]> {
  const words = ["Low risk", "Some concerns", "High risk"];
  const levels = DOMAINS.map((_, d) => ((i * 5 + d * 3) % 7 === 0 ? 2 : (i + d) % 3 === 0 ? 1 : 0));
  const all = [...levels, Math.max(...levels)];
  return Object.fromEntries(all.map((level, d) => [`rob_${d}`, words[level]!]));
}

/** Nine trials against two comparators, one of them far from the rest. */
export const COMPARED: readonly CaseStudy[] = [
  { slab: "Simulated trial 03", year: 2017, data: means(3.1, 1.2, 49, 4.9, 1.4, 49), group: "Recommended therapy" },
  { slab: "Simulated trial 04", year: 2018, data: means(2.8, 1.3, 29, 4.4, 1.2, 29), group: "Recommended therapy" },
  { slab: "Simulated trial 05", year: 2019, data: means(2.2, 1.0, 50, 2.5, 1.1, 50), group: "Recommended therapy" },
  { slab: "Simulated trial 06", year: 2021, data: means(2.6, 1.1, 45, 4.3, 1.2, 45), group: "Recommended therapy" },
  { slab: "Simulated trial 07", year: 2022, data: means(3.0, 1.2, 43, 4.6, 1.3, 43), group: "Recommended therapy" },
  {
    slab: "Simulated trial 16",
    year: 2018,
    data: means(1.9, 0.8, 47, 5.8, 0.9, 47),
    group: "Conventional needle-knife",
  },
  {
    slab: "Simulated trial 17",
    year: 2020,
    data: means(2.4, 0.9, 30, 4.7, 1.0, 30),
    group: "Conventional needle-knife",
  },
  {
    slab: "Simulated trial 18",
    year: 2023,
    data: means(2.9, 1.2, 42, 3.9, 1.3, 42),
    group: "Conventional needle-knife",
  },
  {
    slab: "Simulated trial 19",
    year: 2024,
    data: means(2.1, 0.9, 44, 4.4, 1.1, 44),
    group: "Conventional needle-knife",
  },
].map((study, i) => ({ ...study, columns: judgements(i) }));

/** Eleven trials of one effect that differ by chance alone, and by less than that: no heterogeneity, a tau2 of 0. */
export const ALIKE: readonly CaseStudy[] = Array.from({ length: 11 }, (_, i) => {
  const n = 20 + 9 * ((i * 4) % 11);
  const control = 4.4 + 0.3 * Math.cos(i);
  return {
    slab: `Simulated trial ${String(i + 1).padStart(2, "0")}`,
    year: 2011 + i,
    data: means(control - 0.7 - 0.1 * Math.sin(2 * i), 1.3, n, control, 1.4, n + (i % 2)),
  };
});
