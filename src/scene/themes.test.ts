import { describe, expect, it } from "vitest";
import { THEMES } from "./journalThemes";
import { DARK, LIGHT } from "./themes";

/** Relative luminance of a colour #rrggbb; WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const PRINTED = Object.entries(THEMES).map(([name, { theme }]) => [name, theme] as const);

describe.each([["light", LIGHT] as const, ["dark", DARK] as const, ...PRINTED])("the %s theme", (_, theme) => {
  it.each(["ink", "muted", "faint"] as const)("sets %s text at 4.5:1 or more", (name) => {
    expect(contrast(theme[name], theme.background)).toBeGreaterThanOrEqual(4.5);
  });

  it("draws every group at 3:1 or more, also on the funnel's shades", () => {
    for (const colour of [...theme.groups, theme.study]) {
      expect(contrast(colour, theme.background), colour).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, theme.contours[0]), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it("draws results and intervals at 3:1 or more, also on striped rows", () => {
    for (const colour of [theme.pooled, theme.interval, ...theme.groups].filter((c) => c !== null)) {
      expect(contrast(colour, theme.stripe ?? theme.background), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it("sets the column heads at 4.5:1 or more on their band", () => {
    const { ground, ink } = theme.head ?? { ground: theme.background, ink: theme.ink };
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it("has eight group colours, all different", () => expect(new Set(theme.groups).size).toBe(8));

  it("sets secondary text at 4.5:1 or more on striped rows", () => {
    for (const name of ["muted", "faint"] as const) {
      expect(contrast(theme[name], theme.stripe ?? theme.background)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("makes the sign in a risk-of-bias disc readable", () => {
    for (const level of ["low", "some", "high"] as const) {
      expect(contrast(theme.judgement[level], theme.judgementInk[level]), level).toBeGreaterThanOrEqual(4.5);
    }
  });
});
