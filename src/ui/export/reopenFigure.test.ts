import { describe, expect, it, vi } from "vitest";
import type { UserError } from "../../model/userError";
import type { Held } from "../../state/appState";
import { bundled } from "../../worker/bundledDataset";
import { dataHash } from "./dataHash";
import { type Reopening, reopenFigure } from "./reopenFigure";

const bcg: Held = { key: "bcg-tuberculosis", dataset: bundled("bcg-tuberculosis") };
const own: Held = { key: "own-1", dataset: bundled("p6-nausea") };

const LINK = "https://example.org/app/?data=bcg-tuberculosis&model=cochrane";

function svg(change: { version?: string; link?: string; sha256?: string | null } = {}): Uint8Array {
  const { version = "0.1.0", link = LINK, sha256 = null } = change;
  const dataset = { id: "bcg-tuberculosis", title: "BCG", kind: "published", sha256 };
  const metadata = JSON.stringify({ software: "Understory", version, link, dataset });
  return new TextEncoder().encode(`<svg><metadata>${metadata.replaceAll("&", "&amp;")}</metadata></svg>`);
}

function page(opens: Held | null) {
  const notices: UserError[] = [];
  let held: Held | null = null;
  const openBundled = vi.fn(async () => {
    held = opens;
  });
  const reopen = vi.fn();
  const linkedBy = vi.fn<Reopening["linkedBy"]>(() => (state) => ({ state, notices: [] }));
  const reopening: Reopening = {
    loading: { openBundled, reopen },
    state: () => ({ held, own: [own] }),
    say: (notice) => notices.push(notice),
    linkedBy,
    datasets: ["us-nkt", "bcg-tuberculosis"],
    version: "0.1.0",
  };
  return { notices, openBundled, reopen, linkedBy, reopening };
}

describe("reopenFigure", () => {
  it("leaves other files to others", async () => {
    const { reopening, notices } = page(null);
    expect(await reopenFigure(new TextEncoder().encode("study,yi\n"), "a.csv", reopening)).toBe(false);
    expect(notices).toEqual([]);
  });

  it("opens the dataset of the figure as its link asks", async () => {
    const { reopening, openBundled, linkedBy, notices } = page(bcg);
    expect(await reopenFigure(svg({ sha256: await dataHash(bcg.dataset) }), "f.svg", reopening)).toBe(true);
    expect(openBundled).toHaveBeenCalledWith("bcg-tuberculosis", expect.any(Function));
    expect(linkedBy).toHaveBeenCalledWith("?data=bcg-tuberculosis&model=cochrane");
    expect(notices).toEqual([]);
  });

  it("says that the rows are other ones now", async () => {
    const { reopening, notices } = page(bcg);
    await reopenFigure(svg({ sha256: "00" }), "f.svg", reopening);
    expect(notices.map(({ code }) => code)).toEqual(["figure-data-changed"]);
    expect(notices[0]!.message).toMatch(/^“f\.svg” was made from other rows/);
  });

  it("finds the reader's own data by their rows, and says where those are not open", async () => {
    const { reopening, reopen, openBundled, notices } = page(null);
    const link = "https://example.org/?data=own-7";
    await reopenFigure(svg({ link, sha256: await dataHash(own.dataset) }), "f.svg", reopening);
    expect(reopen).toHaveBeenCalledWith(own, expect.any(Function));
    await reopenFigure(svg({ link, sha256: "00" }), "f.svg", reopening);
    expect(notices.map(({ code }) => code)).toEqual(["figure-data-not-here"]);
    expect(openBundled).not.toHaveBeenCalled();
  });

  it("does not guess at what a newer version meant", async () => {
    const { reopening, openBundled, notices } = page(bcg);
    await reopenFigure(svg({ version: "0.2.0" }), "f.svg", reopening);
    expect(notices.map(({ code }) => code)).toEqual(["figure-newer"]);
    expect(notices[0]!.remedy).toContain(LINK);
    expect(openBundled).not.toHaveBeenCalled();
  });
});
