import type { DrawText } from "../../export/pdf/drawnText";
import { FONT_FAMILY } from "../../scene/measureText";

const PER_EM = 160; // px: at 9 points more than 1,200 to the inch
const INK = 128; // of 255: from here on a pixel is ink
const MARGIN = 2; // px around what the font says it covers

/** Draws text with the browser's own fonts. */
export function canvasText(): DrawText {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser gives no canvas");
  return (text, { bold, italic }) => {
    const font = `${italic ? "italic " : ""}${bold ? "bold " : ""}${PER_EM}px ${FONT_FAMILY}`;
    context.font = font;
    const box = context.measureText(text);
    const left = -Math.ceil(box.actualBoundingBoxLeft) - MARGIN;
    const ascent = Math.ceil(box.actualBoundingBoxAscent) + MARGIN;
    const bottom = -Math.ceil(box.actualBoundingBoxDescent) - MARGIN;
    const width = Math.max(1, Math.ceil(box.actualBoundingBoxRight) + MARGIN - left);
    const height = Math.max(1, ascent - bottom);
    // A new size clears the canvas and forgets the font.
    canvas.width = width;
    canvas.height = height;
    context.font = font;
    context.fillText(text, -left, ascent);
    const { data } = context.getImageData(0, 0, width, height);
    return { advance: box.width, perEm: PER_EM, left, bottom, width, height, bits: packed(data, width, height) };
  };
}

/** One bit per pixel from the opacity of each. */
function packed(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array<ArrayBuffer> {
  const stride = Math.ceil(width / 8);
  const bits = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (rgba[4 * (y * width + x) + 3]! >= INK) bits[y * stride + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  return bits;
}
