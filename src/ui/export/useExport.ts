import { useEffect, useMemo, useState } from "react";
import { useServices } from "../appContext";
import type { FigureKind } from "../figureKind";
import { saveFile } from "../saveFile";
import { embedCode } from "./embedCode";
import type { FigureStyle } from "./figureStyle";
import type { ProofKind } from "./proofFile";
import { TooManyPixels } from "./rasterise";
import { pdfOf, pngOf, svgOf, type TakenFigure, tableOf, takenFigure } from "./takenFigure";
import { takenFrom } from "./takenFrom";

const SHOWN_MS = 4000;

/** What can be done with the figure in view, and what came of the last thing that was. */
export interface Exporting {
  readonly said: string;
  readonly svg: () => Promise<void>;
  readonly png: () => Promise<void>;
  readonly pdf: () => Promise<void>;
  /** Saves the numbers of the figure alone. */
  readonly numbers: () => Promise<void>;
  /** Saves data, numbers, a script or a report. */
  readonly proof: (kind: ProofKind) => Promise<void>;
  readonly all: () => Promise<void>;
  readonly copyImage: () => Promise<void>;
  readonly copyTable: () => Promise<void>;
  readonly copyEmbed: () => Promise<void>;
  readonly share: () => Promise<void>;
}

export function useExport(style: FigureStyle, kind: FigureKind): Exporting {
  const { store, explore } = useServices();
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => setSaid(""), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const actions = useMemo(() => {
    const from = () => takenFrom({ store, explore });

    async function figure(): Promise<TakenFigure> {
      const taken = await takenFigure(kind, from(), style);
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
      numbers: telling(async () => {
        const { numbersFile } = await import("./numbersFile");
        const file = await numbersFile(kind, from());
        if (!file) throw new NoFigure();
        return saved(file.name, file.text, "text/csv");
      }),
      proof: (what: ProofKind) =>
        telling(async () => {
          const { proofFile } = await import("./proofFile");
          const { view, lens, overview } = store.getState();
          const file = await proofFile(what, { ...from(), view, lens, cells: overview?.cells ?? [], style });
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
  }, [store, explore, style, kind]);
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
