import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../state/keep/memoryStore";
import { createRemembered } from "../../state/keep/remembered";
import { createStyleChoice, DEFAULT_STYLE } from "./figureStyle";

const LANCET = { ...DEFAULT_STYLE, theme: "lancet", width: 85, font: 7, transparent: true } as const;

describe("the remembered style", () => {
  it("is what was last chosen, on this page and the next", async () => {
    const db = createMemoryStore();
    const choice = createStyleChoice(createRemembered(db));
    expect(await choice.now()).toEqual(DEFAULT_STYLE);
    await choice.choose(LANCET);
    expect(await choice.now()).toEqual(LANCET);
    expect(await createStyleChoice(createRemembered(db)).now()).toEqual(LANCET);
  });

  it.each([
    ["another program's value", "dark"],
    ["a look that is gone", { ...DEFAULT_STYLE, theme: "nejm" }],
    ["a width out of reach", { ...DEFAULT_STYLE, width: 1e6 }],
  ])("is the usual one where storage holds %s", async (_, value) => {
    const db = createMemoryStore();
    await db.change("figure", () => value);
    expect(await createStyleChoice(createRemembered(db)).now()).toEqual(DEFAULT_STYLE);
  });

  it("lasts while the page is open where the browser denies storage", async () => {
    const db = createMemoryStore();
    db.fail(new DOMException("denied", "SecurityError"));
    const choice = createStyleChoice(createRemembered(db));
    expect(await choice.now()).toEqual(DEFAULT_STYLE);
    await choice.choose(LANCET);
    expect(await choice.now()).toEqual(LANCET);
  });
});
