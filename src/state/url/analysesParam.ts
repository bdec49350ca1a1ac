import { ANY_ANALYSIS, type SpecificationFilter } from "../../model/sensitivity";
import type { Param } from "./params";

/** The values that a link may name. */
type Known = Pick<SpecificationFilter, "method" | "test">;

/** Which of all analyses are shown, as texts of choice and value: "method REML", "leftout none". */
export function analysesParam(known: Known): Param {
  return {
    format: ({ look: { analyses } }) => [
      ...analyses.effects.map((key) => `effects ${key}`),
      ...analyses.method.map((method) => `method ${method}`),
      ...analyses.test.map((test) => `test ${test}`),
      ...analyses.leftOut.map((how) => `leftout ${how}`),
    ],
    parse: (texts, s) => {
      let analyses: SpecificationFilter | null = ANY_ANALYSIS;
      for (const text of texts) analyses = analyses && withText(analyses, text, known);
      return analyses && { ...s, look: { ...s.look, analyses } };
    },
  };
}

function withText(filter: SpecificationFilter, text: string, known: Known): SpecificationFilter | null {
  const [choice = ""] = text.split(" ", 1);
  const value = text.slice(choice.length + 1);
  switch (choice) {
    case "effects":
      return { ...filter, effects: [...filter.effects, value] };
    case "method":
      return withKnown(filter, "method", known.method, value);
    case "test":
      return withKnown(filter, "test", known.test, value);
    case "leftout":
      return withKnown(filter, "leftOut", ["none", "one"] as const, value);
    default:
      return null;
  }
}

function withKnown<Choice extends keyof SpecificationFilter>(
  filter: SpecificationFilter,
  choice: Choice,
  known: SpecificationFilter[Choice],
  text: string,
): SpecificationFilter | null {
  const value = known.find((one) => one === text);
  return value === undefined ? null : { ...filter, [choice]: [...filter[choice], value] };
}
