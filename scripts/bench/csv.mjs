export const STUDIES = 23;

/** A tidy CSV of 23 two-arm studies of one outcome, the same on every call. */
export function benchCsv() {
  const header = "study,year,outcome,timepoint,comparator,m1i,sd1i,n1i,m2i,sd2i,n2i";
  const rows = Array.from({ length: STUDIES }, (_, i) => {
    const n = 30 + ((i * 17) % 60);
    const [m1, m2] = [3 + ((i * 7) % 11) / 10, 4 + ((i * 5) % 13) / 10];
    return [`Bench study ${i + 1}`, 2000 + i, "Pain", "1 week", "Control", m1, 1.5, n, m2, 1.6, n + 2].join(",");
  });
  return [header, ...rows].join("\n");
}
