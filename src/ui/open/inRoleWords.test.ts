import { describe, expect, it } from "vitest";
import { inRoleWords } from "./inRoleWords";

const reading = (column: string, message: string) => ({
  ...{ dataset: null, errorCount: 1, rejectedRows: 1, notes: [] },
  errors: [{ code: "x", message, remedy: "Check it.", where: { row: 4, column, value: "-2" } }],
});

describe("inRoleWords", () => {
  it("names a tidy column by what the reader chose for it", () => {
    const { errors } = inRoleWords(reading("sd1i", "Row 4, column “sd1i”: a standard deviation of -2 is impossible."));
    expect(errors[0]?.where).toEqual({ row: 4, column: "SD, arm 1", value: "-2" });
    expect(errors[0]?.message).toBe("Row 4, column “SD, arm 1”: a standard deviation of -2 is impossible.");
  });

  it("leaves the reader's own columns as they are", () => {
    const own = reading("Dose $&", "Row 4, column “Dose $&”: text.");
    expect(inRoleWords(own)).toEqual(own);
  });
});
