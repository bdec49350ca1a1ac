import { afterEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_STYLE, rememberedStyle, rememberStyle } from "./figureStyle";

/** A browser's storage that holds `text`. */
function storage(text: string | null) {
  let kept = text;
  vi.stubGlobal("localStorage", { getItem: () => kept, setItem: (_: string, value: string) => (kept = value) });
}

describe("the remembered style", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is what was last chosen", () => {
    storage(null);
    expect(rememberedStyle()).toEqual(DEFAULT_STYLE);
    const chosen = { ...DEFAULT_STYLE, theme: "lancet", width: 85, font: 7, transparent: true } as const;
    rememberStyle(chosen);
    expect(rememberedStyle()).toEqual(chosen);
  });

  it.each([
    ["another program's text", "dark"],
    ["a look that is gone", JSON.stringify({ ...DEFAULT_STYLE, theme: "nejm" })],
    ["a width out of reach", JSON.stringify({ ...DEFAULT_STYLE, width: 1e6 })],
  ])("is the usual one where storage holds %s", (_, text) => {
    storage(text);
    expect(rememberedStyle()).toEqual(DEFAULT_STYLE);
  });

  it("does without storage where the browser denies it", () => {
    const denied = () => {
      throw new DOMException("denied", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: denied, setItem: denied });
    expect(() => rememberStyle(DEFAULT_STYLE)).not.toThrow();
    expect(rememberedStyle()).toEqual(DEFAULT_STYLE);
  });
});
