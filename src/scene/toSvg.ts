import type { Attrs } from "./attrs";
import { plainText, renderTree, type SvgNode } from "./renderTree";
import type { Scene } from "./scene";
import { svgName } from "./svgName";

/**
 * A standalone SVG file of a scene: text stays text, every look is a presentation attribute, and nothing is fetched.
 *
 * @param metadata what a reader needs to reproduce the figure; kept as JSON in the `metadata` element.
 * @param pointsPerPixel gives the file a size on paper, in millimetres; without it a pixel stays a pixel.
 */
export function toSvg(scene: Scene, metadata: Readonly<Record<string, unknown>>, pointsPerPixel?: number): string {
  const { width, height } = scene;
  const size = (pixels: number) => (pointsPerPixel === undefined ? pixels : millimetres(pixels * pointsPerPixel));
  const root = attributes({
    xmlns: "http://www.w3.org/2000/svg",
    width: size(width),
    height: size(height),
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-labelledby": "figure-title figure-description",
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg${root}>
<title id="figure-title">${escapeXml(plainText(scene.title))}</title>
<desc id="figure-description">${escapeXml(plainText(scene.description))}</desc>
<metadata>${escapeXml(plainText(JSON.stringify(metadata)))}</metadata>
${markup(renderTree(scene))}
</svg>
`;
}

/** A node and what it holds as SVG markup; one line per mark, so that two versions of a figure can be compared. */
export function markup({ tag, attrs, text, children }: SvgNode): string {
  const open = `<${tag}${attributes(attrs)}`;
  if (text !== null) return `${open}>${escapeXml(text)}</${tag}>`;
  if (children.length === 0) return `${open}/>`;
  return `${open}>\n${children.map(markup).join("\n")}\n</${tag}>`;
}

function attributes(attrs: Attrs): string {
  return Object.entries(attrs)
    .map(([name, value]) => ` ${svgName(name)}="${escapeXml(String(value))}"`)
    .join("");
}

function millimetres(points: number): string {
  return `${Math.round((points * 25.4 * 100) / 72) / 100}mm`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
