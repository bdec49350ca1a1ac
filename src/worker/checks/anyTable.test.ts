import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changed } from "../../data/tidyTable";
import type { OwnData } from "../../model/ownData";
import { checkOwn } from "./findSlips";
import { COUNTS, ownOf } from "./fixtures";

const HEADERS =
  "study outcome timepoint comparator better m1i sd1i n1i m2i sd2i n2i ai ci yi vi sei ci.lb ci.ub se1i median1 q1_1 q3_1 p scale __proto__";

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("", "0", "1", "2.5", "0.00", "-3", "100", "50", "1e308", "1e-320", "99.9") },
  { weight: 2, arbitrary: fc.integer({ min: -20, max: 200 }).map(String) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom("A", "B 2001", "VAS", "JOA", "lower", "constructor", "<img onerror>", "NA") },
  { weight: 1, arbitrary: fc.string() },
);

/** Columns of which one set makes a table readable. */
const SETS = ["m1i sd1i n1i m2i sd2i n2i", "ai n1i ci n2i", "yi vi", "yi sei", "yi ci.lb ci.ub"];

const tables: fc.Arbitrary<OwnData> = fc
  .tuple(fc.subarray(HEADERS.split(" ")), fc.constantFrom(...SETS))
  .map(([some, set]) => [...new Set(["study", ...set.split(" "), ...some])])
  .chain((header) =>
    fc.record({
      header: fc.constant(header),
      rows: fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), { maxLength: 12 }),
    }),
  )
  .map((table) => ({
    ...{ id: "t", name: "T", fileName: "t.csv", format: "", described: {}, remedies: [], exported: [] },
    table,
  }));

describe("any table", () => {
  it("is looked through without a fault, and every remedy can be carried out", () => {
    fc.assert(
      fc.property(tables, (own) => {
        const { findings, rowIds } = checkOwn(own);
        expect(rowIds).toHaveLength(own.table.rows.length);
        for (const { rows, remedies, message } of findings) {
          expect(rows.every((row) => row < own.table.rows.length)).toBe(true);
          expect(message).not.toMatch(/undefined|NaN/);
          for (const { changes, derivation } of remedies) {
            expect(derivation.length).toBeGreaterThan(0);
            checkOwn({ ...own, table: changed(own.table, changes) });
          }
        }
      }),
      { seed: 41, numRuns: 2000 },
    );
  });

  it("has its rows told apart from hundreds that cannot be used", () => {
    const faulty = Array.from({ length: 300 }, (_, i) => `Faulty ${i},Nausea,1 week,Sham,60,50,9,51`);
    const lines = [
      ...faulty.slice(0, 150),
      "A,Nausea,1 week,Sham,5,50,9,51",
      ...faulty.slice(150),
      "B,Nausea,1 week,Sham,0,50,0,51",
    ];
    const { findings, rowIds } = checkOwn(ownOf(COUNTS, lines));
    expect([rowIds[149], rowIds[150], rowIds[301]]).toEqual([null, 0, 1]);
    expect(findings.find(({ check }) => check === "double-zero")?.rows).toEqual([301]);
  });

  it("of ten thousand rows takes no more than a moment", () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => {
      const means = [3 + (i % 7) / 10, 1.5 + (i % 5) / 10, 20 + (i % 30), 4, 1.6, 25 + (i % 11)].map(String);
      return [`Study ${i}`, `Outcome ${i % 40}`, "1 week", "Sham", ...means];
    });
    const header = "study outcome timepoint comparator m1i sd1i n1i m2i sd2i n2i".split(" ");
    const base = { id: "t", name: "T", fileName: "t.csv", format: "", described: {}, remedies: [], exported: [] };
    const start = performance.now();
    checkOwn({ ...base, table: { header, rows } });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
