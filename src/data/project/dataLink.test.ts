import fc from "fast-check";
import { deflateSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import type { OwnData } from "../../model/ownData";
import { fromBase64url, toBase64url } from "./base64url";
import { decodeDataLink, encodeDataLink } from "./dataLink";
import { FULL_OWN } from "./fullOwn";

const SHA = "0123456789abcdef".repeat(4);
const PLAIN: OwnData = { ...FULL_OWN, described: {}, remedies: [], exported: [] };

const written = (value: unknown) => toBase64url(deflateSync(strToU8(JSON.stringify(value))));
const codeOf = (text: string) => {
  const read = decodeDataLink(text);
  return "error" in read ? read.error.code : "read";
};

describe("a link with data", () => {
  it.each([
    ["with everything that can be said of data", FULL_OWN],
    ["with a table alone", PLAIN],
  ])("brings the data back %s", (_, own) => {
    const link = { own, sha256: SHA, results: ["-0.5", "-1", "0"] };
    expect(decodeDataLink(encodeDataLink(link))).toEqual({ link });
  });

  it("stands in an address as it is", () => {
    const text = encodeDataLink({ own: FULL_OWN, sha256: null, results: null });
    expect(text).toMatch(/^[\w-]+$/);
    expect(new URL(`https://example.org/#data=${text}`).hash).toBe(`#data=${text}`);
  });

  it("brings any table back", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("__proto__", "", "\u0000", "−1", "</script>"),
    );
    const tables = fc.array(cell, { maxLength: 6 }).chain((header) =>
      fc.record({
        header: fc.constant(header),
        rows: fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), { maxLength: 20 }),
      }),
    );
    fc.assert(
      fc.property(tables, (table) => {
        const link = { own: { ...PLAIN, table }, sha256: null, results: null };
        expect(decodeDataLink(encodeDataLink(link))).toEqual({ link });
      }),
      { numRuns: 300 },
    );
  });

  it("that is cut anywhere is told from a whole one", () => {
    const whole = encodeDataLink({ own: FULL_OWN, sha256: SHA, results: null });
    for (let length = 0; length < whole.length - 1; length += 7) {
      expect(codeOf(whole.slice(0, length))).toBe("data-link-broken");
    }
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.base64String(), fc.uint8Array({ maxLength: 500 }).map(toBase64url)),
        (text) => {
          expect(codeOf(text)).toBe("data-link-broken");
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("never throws, whatever was packed", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(codeOf(toBase64url(deflateSync(strToU8(json))))).toBe("data-link-broken");
      }),
    );
  });

  it("of a newer Understory is declined as such", () => {
    expect(codeOf(written({ version: 2, rows: "whatever" }))).toBe("data-link-newer");
  });

  it("that would grow beyond 20 MB is not unpacked", () => {
    const bomb = toBase64url(deflateSync(new Uint8Array(60_000_000), { level: 9 }));
    expect(bomb.length).toBeLessThan(100_000);
    const start = performance.now();
    expect(codeOf(bomb)).toBe("data-link-broken");
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each([
    ["an address that runs", { ...FULL_OWN, described: { licence: { name: "x", url: "javascript:alert(1)" } } }],
    ["a cell beside the columns", { ...PLAIN, table: { header: ["a"], rows: [["1", "2"]] } }],
    ["a cell that is no text", { ...PLAIN, table: { header: ["a"], rows: [[1]] } }],
    ["an id that is more than one", { ...PLAIN, id: "../x?y" }],
  ])("with %s is refused", (_, own) => {
    expect(codeOf(written({ version: 1, own, sha256: null, results: null }))).toBe("data-link-broken");
  });

  it("may leave out the empty cells at the end of a row", () => {
    const own = { ...PLAIN, table: { header: ["a", "b"], rows: [["1"], ["1", "2"]] } };
    expect(decodeDataLink(written({ version: 1, own, sha256: null, results: null }))).toMatchObject({
      link: {
        own: {
          table: {
            rows: [
              ["1", ""],
              ["1", "2"],
            ],
          },
        },
      },
    });
  });

  it("takes in nothing that it does not know", () => {
    const own = JSON.parse(`{"__proto__": {"polluted": true}, "extra": 1, ${JSON.stringify(PLAIN).slice(1)}`);
    const read = decodeDataLink(written({ version: 1, own, sha256: null, results: null }));
    expect(read).toEqual({ link: { own: PLAIN, sha256: null, results: null } });
    expect("polluted" in read).toBe(false);
  });
});

describe("base64url", () => {
  it("is that of RFC 4648", () => {
    expect(toBase64url(strToU8("foobar"))).toBe("Zm9vYmFy");
    expect(toBase64url(strToU8("fooba"))).toBe("Zm9vYmE");
    expect(toBase64url(new Uint8Array([251, 255]))).toBe("-_8");
  });

  it("brings any bytes back", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
      }),
    );
  });
});
