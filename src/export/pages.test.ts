import { describe, expect, it } from "vitest";
import { slices } from "./pages";

const rows = (count: number, height: number) =>
  Array.from({ length: count }, (_, i) => ({ rowId: i, box: { x: 0, y: 50 + i * height, width: 100, height } }));

describe("slices", () => {
  it("leaves a figure that fits in one piece", () => {
    expect(slices({ height: 400, targets: rows(10, 24) }, 400)).toEqual([{ top: 0, bottom: 400 }]);
  });

  it("cuts between rows, covers the whole height and exceeds the page nowhere", () => {
    const found = slices({ height: 50 + 200 * 24 + 90, targets: rows(200, 24) }, 700);
    expect(found[0]!.top).toBe(0);
    expect(found.at(-1)!.bottom).toBe(50 + 200 * 24 + 90);
    found.slice(1).forEach(({ top }, i) => {
      expect(top).toBe(found[i]!.bottom);
      expect((top - 50) % 24).toBe(0);
    });
    expect(Math.max(...found.map(({ top, bottom }) => bottom - top))).toBeLessThanOrEqual(700);
  });

  it("leaves room above the first stretch", () => {
    const found = slices({ height: 1500, targets: rows(60, 24) }, 700, 300);
    expect(found.map(({ bottom }) => bottom)).toEqual([290, 986, 1500]);
  });

  it("cuts a figure without rows at the page's end", () => {
    expect(slices({ height: 1000, targets: [] }, 400).map(({ bottom }) => bottom)).toEqual([400, 800, 1000]);
  });
});
