import { describe, expect, it } from "vitest";
import { recognise } from "../../open/recognise";
import { opened } from "../fixtures";
import rows from "./fixtures/CD999999-data-rows.csv?raw";
import settings from "./fixtures/CD999999-overall-estimates-and-settings.csv?raw";
import information from "./fixtures/CD999999-study-information.csv?raw";
import subgroups from "./fixtures/CD999999-subgroup-estimates.csv?raw";

const ARMS = "Study,Arm,Description,Intervention\nLee 2019,A,twice a week,Needles";

/** What a reader is told of files: the message and its remedy, or how they were understood. */
function told(...texts: readonly string[]): string {
  const found = recognise(texts.map((text, i) => opened(text, `${i}.csv`)));
  if (found.kind !== "known") return found.kind;
  const { reading } = found;
  return reading.kind === "refused"
    ? reading.errors.map(({ message, remedy }) => `${message} ${remedy}`).join()
    : found.format.name;
}

describe("a file of a Cochrane data package without the results of studies", () => {
  it.each([
    ["the overall estimates and settings", settings],
    ["the estimates of its subgroups", subgroups],
    ["the information on its studies", information],
    ["the arms of its studies", ARMS],
  ])("with %s is declined, asking for the whole package", (what, text) => {
    expect(told(text)).toMatch(new RegExp(`part of a Cochrane data package: ${what}.*Open the whole package`));
  });

  it("is named with the others that are there", () => {
    expect(told(settings, subgroups, information)).toContain("and settings of its analyses and the estimates of its");
  });

  it("is no obstacle beside the results", () => {
    expect(told(information, settings, rows)).toBe("Cochrane data package");
    expect(told(subgroups, rows)).toBe("Cochrane data rows");
  });

  it("is told from a reader's own table with such columns", () => {
    expect(told("Study,Year,Char: Methods,Weeks,Score\nLee,2019,RCT,3,0.4")).toBe("unknown");
  });
});
