import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toSvg } from "../../scene/toSvg";
import { CASES } from "./allCases";

const UPDATE = process.env["UPDATE_SNAPSHOTS"] === "1";

describe("visual cases", () => {
  it.each(CASES)("%s looks as it did", (name, draw) => {
    const drawn = toSvg(draw(), { case: name });
    const expected = new URL(`snapshots/${name}.svg`, import.meta.url);
    const changed = new URL(`snapshots/${name}-changed.svg`, import.meta.url);
    if (UPDATE) writeFileSync(expected, drawn);
    const same = existsSync(expected) && readFileSync(expected, "utf8") === drawn;
    if (same) rmSync(changed, { force: true });
    else writeFileSync(changed, drawn);
    expect(same, `${name} differs: compare snapshots/${name}-changed.svg, then run with UPDATE_SNAPSHOTS=1`).toBe(true);
  });

  it("has a snapshot for every case and no other", () => {
    const kept = readdirSync(new URL("snapshots", import.meta.url)).filter((file) => !file.endsWith("-changed.svg"));
    expect(kept.sort()).toEqual(CASES.map(([name]) => `${name}.svg`).sort());
  });
});
