/**
 * A tidy CSV of two-arm studies of one outcome, the same on every call.
 * @param {number} studies
 */
export function benchCsv(studies = 23) {
  const header = "study,year,outcome,timepoint,comparator,m1i,sd1i,n1i,m2i,sd2i,n2i";
  const rows = Array.from({ length: studies }, (_, i) => {
    const n = 30 + ((i * 17) % 60);
    const [m1, m2] = [3 + ((i * 7) % 11) / 10, 4 + ((i * 5) % 13) / 10];
    return [studyName(i), 2000 + (i % 25), "Pain", "1 week", "Control", m1, 1.5, n, m2, 1.6, n + 2].join(",");
  });
  return [header, ...rows].join("\n");
}

/**
 * The name of a study, which is also that of its checkbox.
 * @param {number} i from 0.
 */
export function studyName(i) {
  return `Bench study ${i + 1}`;
}
