/** The name of the figure of which most is on the screen, by `data-figure`; null where none is. */
export function figureInView(): string | null {
  let most = 0;
  let name: string | null = null;
  for (const element of document.querySelectorAll<HTMLElement>("[data-figure]")) {
    const { top, bottom } = element.getBoundingClientRect();
    const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (seen > most) {
      most = seen;
      name = element.dataset["figure"] ?? null;
    }
  }
  return name;
}
