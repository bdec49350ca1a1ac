import { describe, expect, it } from "vitest";
import { measureText, truncate, wrapText } from "./measureText";

describe("measureText", () => {
  it("adds the advance widths of Arial", () => {
    // Adobe's Helvetica metrics: H 722, e 556, l 222, o 556 thousandths of an em.
    expect(measureText("Hello", 10)).toBeCloseTo((722 + 556 + 222 + 222 + 556) / 100, 10);
    expect(measureText("Hello", 10, "bold")).toBeCloseTo((722 + 556 + 278 + 278 + 611) / 100, 10);
  });

  it("gives all digits one width, so that numbers stand in columns", () => {
    const widths = [..."0123456789"].map((digit) => measureText(digit, 12));
    expect(new Set(widths).size).toBe(1);
  });

  it.each(["−", "–", "’", "“", "…", "²", "τ", "χ", "≤", "≥", "·", "ł", "Œ", "†", "\u00a0"])(
    "has a width for %s",
    (char) => {
      expect(measureText(char, 1000)).not.toBe(600);
    },
  );

  it("counts East Asian characters as one em and accents on a letter as nothing", () => {
    expect(measureText("针刀", 12)).toBe(24);
    expect(measureText("e\u0301", 12)).toBe(measureText("e", 12));
  });
});

describe("truncate", () => {
  it("keeps what fits", () => expect(truncate("Simulated trial", 500, 12)).toBe("Simulated trial"));

  it("ends in an ellipsis within the width", () => {
    const cut = truncate("The International Collaborative Group", 100, 12);
    expect(cut).toMatch(/^The Inter.*…$/);
    expect(measureText(cut, 12)).toBeLessThanOrEqual(100);
  });

  it("gives nothing where not even the ellipsis fits", () => expect(truncate("Trial", 3, 12)).toBe(""));

  it("does not cut a character in halves", () => expect(truncate("𠮷𠮷𠮷𠮷", 30, 12)).toBe("𠮷…"));
});

describe("wrapText", () => {
  it("breaks at spaces, never wider than asked", () => {
    const lines = wrapText("Heterogeneity between trials is large in this comparison", 120, 12);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(" ")).toBe("Heterogeneity between trials is large in this comparison");
    for (const line of lines) expect(measureText(line, 12)).toBeLessThanOrEqual(120);
  });

  it("does not break at a no-break space", () => {
    expect(wrapText("p\u00a0< 0.001", 1000, 12)).toEqual(["p\u00a0< 0.001"]);
    expect(wrapText("aaaa bbbb\u00a0cc", 60, 12)).toEqual(["aaaa", "bbbb\u00a0cc"]);
  });

  it("truncates a word that no line holds, and gives no line for no words", () => {
    expect(wrapText("Pneumonoultramicroscopic", 40, 12)[0]).toMatch(/…$/);
    expect(wrapText("  ", 40, 12)).toEqual([]);
  });
});
