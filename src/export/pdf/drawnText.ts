/** A line of text as a bitmap: what a font of the file cannot write is drawn by the browser's own fonts. */
export interface DrawnText {
  /** Advance in pixels of the bitmap. */
  readonly advance: number;
  /** Pixels per em. */
  readonly perEm: number;
  /** The bitmap's left and lower edge, in pixels right of and above the start of the baseline. */
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  /** Rows from the top, each padded to whole bytes, the most significant bit first; 1 is ink. */
  readonly bits: Uint8Array<ArrayBuffer>;
}

export interface TextStyle {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Draws a text; the page gives the one that knows a canvas. */
export type DrawText = (text: string, style: TextStyle) => DrawnText;
