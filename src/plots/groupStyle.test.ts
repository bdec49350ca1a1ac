import { describe, expect, it } from "vitest";
import { LIGHT } from "../scene/themes";
import { caseInput } from "./cases/caseInput";
import { COMPARED } from "./cases/caseStudies";
import { groupStyle } from "./groupStyle";

describe("groupStyle", () => {
  it("keeps a comparator's colour and shape when another is hidden", () => {
    const { descriptor, analysis } = caseInput(COMPARED, { measure: "SMD", compareBy: "comparator" });
    const [, second] = descriptor.comparators;
    const fewer = { ...analysis, groups: analysis.groups.slice(1) };
    expect(groupStyle(fewer, descriptor, second!, LIGHT)).toEqual(groupStyle(analysis, descriptor, second!, LIGHT));
    expect(groupStyle(analysis, descriptor, second!, LIGHT)).toEqual({ colour: LIGHT.groups[1], shape: "square" });
  });
});
