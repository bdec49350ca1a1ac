/** After a press on a button that then goes, the focus moves on to `next`, so that the keyboard does not start anew. */
export function keepFocus(next: () => Element | null | undefined): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const element = next();
    if (element instanceof HTMLElement) element.focus();
  });
}
