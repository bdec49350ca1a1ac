import { describe, expect, it } from "vitest";
import { addressHere, fileNameAt } from "./linkedFile";

const BASE = "https://site.example/app/";

describe("addressHere", () => {
  it("takes files of the same site", () => {
    expect(addressHere("data/my review.csv", BASE)?.href).toBe("https://site.example/app/data/my%20review.csv");
    expect(addressHere("/files/a.csv?v=2", BASE)?.href).toBe("https://site.example/files/a.csv?v=2");
  });

  it.each([
    "https://elsewhere.example/a.csv",
    "//elsewhere.example/a.csv",
    "http://site.example/a.csv",
    "https://site.example:8443/a.csv",
    "https://site.example@elsewhere.example/a.csv",
    "javascript:alert(1)",
    "data:text/csv,study",
    "blob:https://site.example/1",
    "file:///etc/passwd",
    "https://",
  ])("refuses %s", (link) => expect(addressHere(link, BASE)).toBeNull());
});

describe("fileNameAt", () => {
  it("is the last part of the address, as a reader writes it", () => {
    expect(fileNameAt(new URL("data/my%20review.csv?v=2", BASE))).toBe("my review.csv");
    expect(fileNameAt(new URL("data/100%.csv", BASE))).toBe("100%.csv");
    expect(fileNameAt(new URL("data/", BASE))).toBe("linked file");
  });
});
