import { describe, expect, it, vi } from "vitest";
import { encodeDataLink } from "../../data/project/dataLink";
import type { Analysis } from "../../model/analysis";
import { questionOf } from "../selectors";
import type { Autosave } from "./autosave";
import { openCarried } from "./carried";
import { comparison } from "./comparison";
import { createPage, held, PAIN } from "./fixtures";
import { createOwnOpening } from "./opening";
import { firstDifference, resultDigits } from "./resultDigits";

const AUTOSAVE: Autosave = {
  learn: () => undefined,
  revisionOf: () => 1,
  flush: async () => undefined,
  drop: () => undefined,
  pickUp: () => false,
};
const AS_IT_IS = (state: object) => ({ state, notices: [] }) as never;

/** Opens a link on a page and gives the page's own answer. */
async function receive(text: string) {
  const needs = createPage();
  const opening = createOwnOpening(needs, AUTOSAVE);
  const isOpen = await openCarried(needs, opening, AUTOSAVE, text, AS_IT_IS);
  const { store, pool } = needs;
  const { held: now } = store.getState();
  if (now) {
    const analysis = await pool.recall(now.key, questionOf(store.getState(), now.dataset.descriptor));
    store.setState({ status: "done", answered: { analysis } });
    await vi.waitFor(() => expect(store.getState().notices).not.toEqual([]));
  }
  return { isOpen, held: now, codes: store.getState().notices.map(({ code }) => code) };
}

async function sent(): Promise<{ sha256: string | null; results: string[] }> {
  const { store, loading, pool, digest } = createPage();
  const now = held(PAIN);
  await loading.keep(now);
  const analysis = await pool.recall(now.key, questionOf(store.getState(), now.dataset.descriptor));
  return { sha256: await digest(now.dataset), results: resultDigits(analysis) };
}

describe("a link with data", () => {
  it("opens them, and says that the numbers are the sender’s", async () => {
    const { isOpen, held: now, codes } = await receive(encodeDataLink({ own: PAIN, ...(await sent()) }));
    expect(isOpen).toBe(true);
    expect(now?.own).toEqual(PAIN);
    expect(codes).toEqual(["same-numbers"]);
  });

  it("says where the numbers or the rows are others", async () => {
    const theirs = await sent();
    const numbers = { ...theirs, results: ["-0.5 -1 0"] };
    expect((await receive(encodeDataLink({ own: PAIN, ...numbers }))).codes).toEqual(["other-numbers"]);
    const rows = { ...theirs, sha256: "f".repeat(64) };
    expect((await receive(encodeDataLink({ own: PAIN, ...rows }))).codes).toEqual(["other-rows"]);
  });

  it("that is broken changes nothing", async () => {
    expect(await receive("AAAA")).toEqual({ isOpen: false, held: null, codes: ["data-link-broken"] });
  });
});

describe("resultDigits", () => {
  const pooled = (mu: number) => ({ mu, ciLb: mu - 1 / 3, ciUb: mu + 1 / 3 });
  const analysis = {
    overall: pooled(1 / 7),
    groups: [{ pooled: null }, { pooled: pooled(-2) }],
  } as unknown as Analysis;

  it("are those of every pooled result, to 12 digits", () => {
    expect(resultDigits(analysis)).toEqual([
      "0.142857142857 -0.190476190476 0.47619047619",
      "",
      "-2 -2.33333333333 -1.66666666667",
    ]);
  });

  it("forgive what browsers differ in, and nothing else", () => {
    expect(firstDifference(["0.142857142857 1 2"], ["0.142857142858 1 2"])).toBeNull();
    expect(firstDifference(["0.14285714 1 2"], ["0.14285715 1 2"])).toEqual({
      theirs: "0.14285714 1 2",
      ours: "0.14285715 1 2",
    });
    expect(firstDifference(["1 1 1"], ["1 1 1", ""])).toBeNull();
    expect(firstDifference(["1 1 1", "2 2 2"], ["1 1 1"])).toEqual({ theirs: "2 2 2", ours: "" });
  });
});

describe("comparison", () => {
  it("tells only what can be told", () => {
    const sha256 = "a".repeat(64);
    expect(comparison({ sha256: null, results: null }, { sha256, results: ["1 1 1"] })).toBeNull();
    expect(comparison({ sha256, results: null }, { sha256, results: ["1 1 1"] })?.message).toBe("Same data.");
    const numbers = comparison({ sha256: null, results: ["1 1 1"] }, { sha256, results: ["1 1 1"] });
    expect(numbers?.message).toBe("Same data, same numbers.");
    expect(numbers?.remedy).not.toContain("SHA-256");
  });

  it("gives both results where they differ", () => {
    const told = comparison({ sha256: null, results: ["-0.5 -1 0"] }, { sha256: null, results: [""] });
    expect(told?.message).toContain(
      "the sender had −0.5 (−1 to 0, on the scale of the analysis), this page has no result",
    );
  });
});
