/** Markup that is safe to place in a page: only what `html` and `joined` have made is of this kind. */
export interface Html {
  readonly html: string;
}

/** A piece of markup with values in it: texts and numbers are escaped, pieces of markup stand as they are. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  const text = parts.map((part, i) => {
    const value = values[i];
    return part + (value === undefined ? "" : typeof value === "object" ? value.html : escaped(String(value)));
  });
  return { html: text.join("") };
}

/** Pieces one after the other. */
export function joined(pieces: readonly Html[], between = ""): Html {
  return { html: pieces.map((piece) => piece.html).join(between) };
}

/** Markup that another writer has escaped already: a figure's, or a style sheet. */
export function written(text: string): Html {
  return { html: text };
}

export const NOTHING: Html = { html: "" };

/** Control characters have no place in a page, and quotes would end an attribute. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}
