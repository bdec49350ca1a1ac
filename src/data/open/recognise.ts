import type { Format, FormatReading, OpenedFile, OpenedTable } from "../formats/format";
import { FORMATS, PACKAGES } from "../formats/formats";
import { formatFailed } from "./openFaults";

/** What files were found to be. */
export type Recognised =
  | { readonly kind: "known"; readonly reading: FormatReading; readonly format: Format }
  /** Tables of which the reader has to choose one, none or several of which are known. */
  | { readonly kind: "choice"; readonly names: readonly string[] }
  /** One table, of no format that is known. */
  | { readonly kind: "unknown"; readonly table: OpenedTable }
  | { readonly kind: "nothing" };

/** Finds the first format that knows the files by their headers, or what is left for the reader to say. */
export function recognise(files: readonly OpenedFile[]): Recognised {
  const whole = formatOf(files);
  const tables = files.filter((file) => file.kind === "table");
  if (whole && (tables.length < 2 || PACKAGES.has(whole))) return known(whole, files);
  const single = tables.filter((table) => formatOf([table]) !== undefined);
  if (whole && single.length < 2) return known(whole, files);
  const [table] = tables;
  if (!table) return { kind: "nothing" };
  const candidates = single.length > 0 ? single : tables;
  return tables.length === 1
    ? { kind: "unknown", table }
    : { kind: "choice", names: [...new Set(candidates.map(({ name }) => name))] };
}

function formatOf(files: readonly OpenedFile[]): Format | undefined {
  return FORMATS.find((format) => guarded(() => format.recognises(files), false));
}

function known(format: Format, files: readonly OpenedFile[]): Recognised {
  const failed: FormatReading = { kind: "refused", errors: [formatFailed(format.name)] };
  return { kind: "known", format, reading: guarded(() => format.read(files), failed) };
}

/** Files of strangers may be built in ways that no reader foresaw: nested a million deep, for one. */
function guarded<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
