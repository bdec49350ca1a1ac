import { useEffect, useMemo, useState } from "react";
import { linkTo } from "../../state/url/sync";
import { useServices } from "../appContext";
import { DEFAULT_DATASET } from "../datasets";
import { saveFile } from "../saveFile";
import { embedCode } from "./embedCode";
import type { FigureStyle } from "./figureStyle";
import type { ProofKind } from "./proofFile";
import { TooManyPixels } from "./rasterise";
import { pdfOf, pngOf, svgOf, type TakenFigure, type TakenFrom, tableOf, takenFigure } from "./takenFigure";

const SHOWN_MS = 4000;

/** What can be done with the figure in view, and what came of the last thing that was. */
export interface Exporting {
  readonly said: string;
  readonly svg: () => Promise<void>;
  readonly png: () => Promise<void>;
  readonly pdf: () => Promise<void>;
  /** Saves data, numbers, a script or a report. */
  readonly proof: (kind: ProofKind) => Promise<void>;
  readonly all: () => Promise<void>;
  readonly copyImage: () => Promise<void>;
  readonly copyTable: () => Promise<void>;
  readonly copyEmbed: () => Promise<void>;
  readonly share: () => Promise<void>;
}

export function useExport(style: FigureStyle): Exporting {
  const { store, explore } = useServices();
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => setSaid(""), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const actions = useMemo(() => {
    function from(): TakenFrom {
      const state = store.getState();
      const { held, answered, look, lens } = state;
      if (!held || !answered) throw new Error("nothing to export yet");
      return { held, answered, look, lens, explore, link: linkTo(state, DEFAULT_DATASET) };
    }

    async function figure(): Promise<TakenFigure> {
      const taken = await takenFigure(store.getState().view, from(), style);
      if (!taken) throw new NoFigure();
      return taken;
    }

    /** Says what came of it; what is no fault of ours in words that tell what to do next. */
    const telling = (act: () => Promise<string>) => () => act().catch(whyNot).then(setSaid);

    return {
      svg: telling(async () => {
        const taken = await figure();
        return saved(taken.nameWith("svg"), svgOf(taken), "image/svg+xml");
      }),
      png: telling(async () => {
        const taken = await figure();
        return saved(taken.nameWith("png"), await pngOf(taken), "image/png");
      }),
      pdf: telling(async () => {
        const taken = await figure();
        return saved(taken.nameWith("pdf"), await pdfOf(taken), "application/pdf");
      }),
      proof: (kind: ProofKind) =>
        telling(async () => {
          const { proofFile } = await import("./proofFile");
          const { view, lens, overview } = store.getState();
          const file = await proofFile(kind, { ...from(), view, lens, cells: overview?.cells ?? [], style });
          return "reason" in file ? file.reason : saved(file.name, file.text, file.type);
        })(),
      all: telling(async () => {
        const { allFigures } = await import("./allFigures");
        const { name, bytes } = await allFigures(from(), style);
        return saved(name, bytes, "application/zip");
      }),
      copyImage: telling(async () => {
        // Handed over as a promise: the browser allows copying only while it remembers the press.
        const image = figure().then(async (taken) => new Blob([await pngOf(taken)], { type: "image/png" }));
        await clipboard().write([new ClipboardItem({ "image/png": image })]);
        return "Image copied.";
      }),
      copyTable: telling(async () => {
        const { toHtml, toTsv } = await import("../../export/tableText");
        const table = tableOf(from());
        const as = (text: string, type: string) => ({ [type]: new Blob([text], { type }) });
        const item = { ...as(toHtml(table), "text/html"), ...as(toTsv(table), "text/plain") };
        await clipboard().write([new ClipboardItem(item)]);
        return "Table copied: paste it into a spreadsheet.";
      }),
      copyEmbed: telling(async () => {
        const { held, link } = from();
        await clipboard().writeText(embedCode(link, held.dataset.descriptor));
        return "Embed code copied: paste it into a web page.";
      }),
      share: telling(async () => {
        const { held, link } = from();
        await navigator.share({ title: `Understory: ${held.dataset.descriptor.shortTitle}`, url: link });
        return "";
      }),
    };
  }, [store, explore, style]);
  return { said, ...actions };
}

/** These data have no such figure. */
class NoFigure extends Error {
  override readonly name = "NoFigure";
}

/** Pages served over plain http from another machine have none. */
function clipboard(): Clipboard {
  if (!("clipboard" in navigator)) throw new DOMException("no clipboard here", "NotAllowedError");
  return navigator.clipboard;
}

function saved(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): string {
  saveFile(name, content, type);
  return `Saved ${name}`;
}

function whyNot(fault: unknown): string {
  if (fault instanceof TooManyPixels) return "This figure is too tall for a PNG. Take it as SVG or PDF, or at 1x.";
  if (fault instanceof NoFigure) return "There is no figure here for these data.";
  if (fault instanceof DOMException && fault.name === "AbortError") return ""; // the reader closed the browser's own dialog
  if (fault instanceof DOMException) return "The browser did not allow copying. Save a file instead.";
  throw fault;
}
