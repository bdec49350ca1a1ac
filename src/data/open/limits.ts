const MB = 1_000_000;

/** What a file may come to. Far above any review, and below what would make a page wait or run out of memory. */
export const LIMITS = {
  /** Bytes of one text, or of all the XML in a workbook. */
  text: 64 * MB,
  /** Bytes of everything in an archive, and in the archives within it. */
  unpacked: 200 * MB,
  /** Files in an archive and in the archives within it. */
  entries: 2000,
  /** Archives within archives, the outer one being the first. */
  depth: 2,
  rows: 100_000,
  columns: 2000,
  cells: 2_500_000,
} as const;
