import type { UserError } from "../../model/userError";
import { formatFilter, type Linked, PARAMS, parseFilter } from "./params";

const FILTER = "filter.";

/** True where a link asks for the compact page, which other sites frame: `embed=1` beside any view, or `view=embed`. */
export function isEmbed(search: string): boolean {
  const params = new URLSearchParams(search);
  return params.has("embed") || params.get("view") === "embed";
}

/**
 * The search part of a link: the dataset's id, and only what differs from `defaults`.
 * @param file the address within this site of the file that the dataset was opened from, which then stands for its id.
 */
export function toSearch(data: string, state: Linked, defaults: Linked, defaultData: string, file?: string): string {
  const params = new URLSearchParams();
  if (file !== undefined) params.set("open", file);
  else if (data !== defaultData) params.set("data", data);
  for (const [key, { format }] of Object.entries(PARAMS)) {
    const texts = format(state);
    if (!sameTexts(texts, format(defaults))) for (const text of texts) params.append(key, text);
  }
  for (const [column, filter] of Object.entries(state.selection.filters)) {
    for (const text of formatFilter(filter)) params.append(FILTER + column, text);
  }
  const search = params.toString();
  return search ? `?${search}` : "";
}

/** The state that a link asks for, starting from `defaults`; what it cannot mean is left out and said. */
export function fromSearch(search: string, defaults: Linked): { state: Linked; notices: UserError[] } {
  const params = new URLSearchParams(search);
  const notices: UserError[] = [];
  let state = defaults;
  for (const key of new Set(params.keys())) {
    const texts = params.getAll(key);
    if (["data", "open", "hash", "embed"].includes(key) || (key === "view" && texts[0] === "embed")) continue;
    const next = key.startsWith(FILTER)
      ? withFilter(state, key.slice(FILTER.length), texts)
      : parsed(key, texts, state);
    if (next) state = next;
    else notices.push(notUnderstood(key, texts));
  }
  return { state, notices };
}

function parsed(key: string, texts: readonly string[], state: Linked): Linked | null {
  return Object.hasOwn(PARAMS, key) ? (PARAMS[key]?.parse(texts, state) ?? null) : null;
}

function withFilter(state: Linked, column: string, texts: readonly string[]): Linked {
  const filters = { ...state.selection.filters, [column]: parseFilter(texts) };
  return { ...state, selection: { ...state.selection, filters } };
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

function notUnderstood(key: string, texts: readonly string[]): UserError {
  return {
    code: "link-not-understood",
    message: `The link asks for “${key} = ${texts.join(", ")}”, which Understory does not know.`,
    remedy: "The page shows its usual choice instead; ask the sender for a new link if that is not what was meant.",
    where: { column: key, value: texts.join(", ") },
  };
}
