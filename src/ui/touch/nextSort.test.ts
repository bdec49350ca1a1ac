import { expect, it } from "vitest";
import { nextSort } from "./nextSort";

it("sorts, reverses, and goes back to the order of the data", () => {
  const once = nextSort(null, "effect");
  expect(once).toEqual({ by: "effect", descending: false });
  const twice = nextSort(once, "effect");
  expect(twice).toEqual({ by: "effect", descending: true });
  expect(nextSort(twice, "effect")).toBeNull();
});

it("shows the largest weights first", () => {
  const once = nextSort(null, "weight");
  expect(once).toEqual({ by: "weight", descending: true });
  expect(nextSort(nextSort(once, "weight"), "weight")).toBeNull();
});

it("starts anew at another head", () => {
  expect(nextSort({ by: "weight", descending: true }, "study")).toEqual({ by: "study", descending: false });
});
