import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cochraneFiles, cochranePackage } from "./cochranePackage";

describe("cochranePackage", () => {
  it.each(["2.3", "1", "json"] as const)("zips the files of a package (%s)", (kind) => {
    expect(Object.keys(unzipSync(cochranePackage(kind)))).toEqual(Object.keys(cochraneFiles(kind)));
  });

  it("nests a package as supplementary material does", () => {
    const outer = unzipSync(cochranePackage("2.3", true));
    const inner = unzipSync(outer["CD999999-files/CD999999-data.zip"]!);
    expect(Object.keys(inner)).toContain("CD999999-analysis-data/CD999999-data-rows.csv");
  });
});
