import { expect, it } from "vitest";
import { renderTree } from "./renderTree";
import type { Mark, Scene } from "./scene";

const rule: Mark = { kind: "rule", from: [0, 0], to: [1, 1] };
const ghost: Mark = { kind: "group", key: "ghost", marks: [rule] };
const keys = (marks: readonly Mark[]) => {
  const scene: Scene = { width: 1, height: 1, background: "", title: "", description: "", marks, targets: [] };
  return renderTree(scene).children.map(({ key }) => key);
};

it("keeps the keys of single marks when a group comes or goes between them", () => {
  expect(keys([rule, rule])).toEqual(["ground", "0", "1"]);
  expect(keys([rule, ghost, rule])).toEqual(["ground", "0", "ghost", "1"]);
});
