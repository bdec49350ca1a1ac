import { expect, it } from "vitest";
import { defaultAsked, questionOf } from "../state/selectors";
import { analyse } from "../worker/analyse";
import { bundled } from "../worker/bundledDataset";
import { dataFileName, fileName } from "./fileName";

const dataset = bundled("us-nkt");
const { descriptor } = dataset;
const first = analyse(dataset, questionOf(defaultAsked(dataset), descriptor));

it.each([
  [{}, "understory-us-nkt-pain-1-week-forest.svg"],
  [{ compareBy: "timepoint" }, "understory-us-nkt-pain-by-timepoint-forest.svg"],
  [{ outcome: "../../etc: <x>?", timepoint: "6+ months" }, "understory-us-nkt-etc-x-6-months-forest.svg"],
  [{ outcome: "통증", timepoint: "1주" }, "understory-us-nkt-통증-1주-forest.svg"],
])("names the file of %j safely and tellingly", (change, expected) => {
  const analysis = { ...first, selection: { ...first.selection, ...change } };
  expect(fileName(analysis, descriptor, "forest", "svg")).toBe(expected);
});

it("names the reader's own data by what they are called, not by their random id", () => {
  const own = { ...descriptor, id: "own-3f2a9c", shortTitle: "Needles: <b>Rücken</b>" };
  expect(fileName(first, own, "forest", "svg")).toBe("understory-own-needles-b-rücken-b-pain-1-week-forest.svg");
  expect(dataFileName(own)).toBe("understory-needles-b-rücken-b-data.csv");
});
