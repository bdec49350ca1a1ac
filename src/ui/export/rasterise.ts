/** Browsers give up on canvases beyond this many pixels a side. */
const LONGEST_SIDE = 16_384;

/** A figure that has more pixels than a browser can draw. */
export class TooManyPixels extends Error {
  override readonly name = "TooManyPixels";
}

/**
 * A PNG of an SVG that needs nothing from elsewhere, `width` by `height` pixels.
 * @throws TooManyPixels where no browser could draw it.
 */
export async function rasterise(svg: string, width: number, height: number): Promise<Uint8Array> {
  if (Math.max(width, height) > LONGEST_SIDE) throw new TooManyPixels();
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new TooManyPixels();
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
