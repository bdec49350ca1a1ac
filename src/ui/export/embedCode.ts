import type { Descriptor } from "../../model/descriptor";

/** A frame that shows a link's analysis on another site: the compact page, which keeps the line on its data. */
export function embedCode(link: string, { title }: Pick<Descriptor, "title">): string {
  const url = new URL(link);
  url.searchParams.set("embed", "1");
  const name = attribute(`Understory: ${title}`);
  return `<iframe src="${attribute(url.href)}" title="${name}" width="100%" height="720" loading="lazy" style="border:0"></iframe>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
