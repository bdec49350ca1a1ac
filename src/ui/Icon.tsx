const PATHS = {
  mark: "M10 3 17 10 10 17 3 10ZM1 9.4h18v1.2H1Z",
  undo: "M7 3 3 7l4 4V8h4a3.5 3.5 0 0 1 0 7H6v2h5a5.5 5.5 0 0 0 0-11H7Z",
  redo: "m13 3 4 4-4 4V8H9a3.5 3.5 0 0 0 0 7h5v2H9A5.5 5.5 0 0 1 9 6h4Z",
  open: "M10 2 5.5 6.5l1.4 1.4L9 5.8V13h2V5.8l2.1 2.1 1.4-1.4ZM3 12h2v4h10v-4h2v6H3Z",
  share:
    "M14 2a3 3 0 1 1-2.1 5.1L8.9 8.9a3 3 0 0 1 0 2.2l3 1.8a3 3 0 1 1-1 1.7l-3-1.8a3 3 0 1 1 0-5.6l3-1.8A3 3 0 0 1 14 2Z",
  done: "M8 15.4 2.6 10 4 8.6l4 4 8-8L17.4 6Z",
  auto: "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 2v12a6 6 0 0 0 0-12Z",
  light:
    "M10 6a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM9 1h2v3H9Zm0 15h2v3H9ZM1 9h3v2H1Zm15 0h3v2h-3ZM3 4.4 4.4 3l2 2L5 6.4Zm10.6 10.7 1.4-1.4 2 2-1.4 1.4ZM3 15.6l2-2L6.4 15l-2 2ZM13.6 5l2-2L17 4.4l-2 2Z",
  dark: "M8 2a8 8 0 1 0 10 10A6.5 6.5 0 0 1 8 2Z",
  help: "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12Zm-1 8.500h2v2H9Zm1-7.000c1.900 0 3.200 1.200 3.200 2.800 0 1.300-.8 2-1.400 2.500-.5.400-.8.600-.8 1.100H9c0-1.500.8-2.100 1.400-2.600.5-.4.800-.6.800-1.100 0-.5-.4-.9-1.200-.9-.7 0-1.200.4-1.300 1.100l-1.900-.3C7.100 6.600 8.300 5.500 10 5.500Z",
  close: "m5 3.600 5 5 5-5L16.400 5l-5 5 5 5-1.400 1.400-5-5-5 5L3.600 15l5-5-5-5Z",
  list: "M3 4h2v2H3Zm4 0h10v2H7ZM3 9h2v2H3Zm4 0h10v2H7Zm-4 5h2v2H3Zm4 0h10v2H7Z",
  controls: "M3 5h8v2H3Zm12 0h2v2h-2Zm-3-1.500h2v5h-2ZM3 13h2v2H3Zm6 0h8v2H9Zm-3-1.500h2v5H6Z",
} as const;

/** A 20 px drawing in the colour of the text; always beside or under an accessible name. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
