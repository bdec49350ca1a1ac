import { THEMES, type ThemeName } from "../../scene/journalThemes";
import { Dialog } from "../dialogs/Dialog";
import type { FigureKind } from "../figureKind";
import { SceneView } from "../SceneView";
import { type FigureStyle, FONT_LIMITS, PAPERS, PNG_SCALES, WIDTH_LIMITS, WIDTHS } from "./figureStyle";
import { NumberField } from "./NumberField";
import type { PrintedFigure } from "./printedFigure";
import { SelectField } from "./SelectField";
import styles from "./StyleDialog.module.css";
import type { Exporting } from "./useExport";
import { usePrinted } from "./usePrinted";

interface Props {
  readonly kind: FigureKind;
  readonly style: FigureStyle;
  readonly onChange: (style: FigureStyle) => void;
  readonly exporting: Exporting;
  readonly onClose: () => void;
}

const FREE = "free";
const WIDTH_NAMES: Readonly<Record<number, string>> = {
  85: "85 mm, one column",
  114: "114 mm, one and a half",
  174: "174 mm, two columns",
  254: "254 mm, a slide",
};
const PAPER_NAMES = { a4: "A4", letter: "US Letter" } as const;

/** How figures leave the page: look, size on paper and pixels, with the figure as it will be. */
export default function StyleDialog({ kind, style, onChange, exporting, onClose }: Props) {
  const figure = usePrinted(kind, style);
  const set = (change: Partial<FigureStyle>) => onChange({ ...style, ...change });
  const isKnown = WIDTHS.some((width) => width === style.width);
  return (
    <Dialog title="Look and size of figures" onClose={onClose}>
      <div className={styles["dialog"]}>
        <div className={styles["fields"]}>
          <SelectField
            label="Look"
            value={style.theme}
            options={Object.entries(THEMES).map(([value, { label }]) => ({ value, label }))}
            onChange={(theme) => set({ theme: theme as ThemeName })}
          />
          <SelectField
            label="Width"
            value={isKnown ? String(style.width) : FREE}
            options={[
              ...WIDTHS.map((width) => ({ value: String(width), label: WIDTH_NAMES[width] ?? `${width} mm` })),
              { value: FREE, label: "Another width" },
            ]}
            onChange={(width) => set({ width: width === FREE ? style.width + 1 : Number(width) })}
          />
          {!isKnown && (
            <NumberField
              label="Width in mm"
              value={style.width}
              limits={WIDTH_LIMITS}
              step={1}
              onChange={(width) => set({ width })}
            />
          )}
          <NumberField
            label="Font size in points"
            value={style.font}
            limits={FONT_LIMITS}
            step={0.25}
            onChange={(font) => set({ font })}
          />
          <SelectField
            label="PNG pixels"
            value={String(style.scale)}
            options={PNG_SCALES.map((scale) => ({ value: String(scale), label: `${scale}x, ${96 * scale} per inch` }))}
            onChange={(value) => set({ scale: PNG_SCALES.find((scale) => String(scale) === value) ?? style.scale })}
          />
          <SelectField
            label="PNG ground"
            value={style.transparent ? "transparent" : "white"}
            options={[
              { value: "white", label: "White" },
              { value: "transparent", label: "Transparent" },
            ]}
            onChange={(ground) => set({ transparent: ground === "transparent" })}
          />
          <SelectField
            label="Paper of the print sheet"
            value={style.paper}
            options={PAPERS.map((paper) => ({ value: paper, label: PAPER_NAMES[paper] }))}
            onChange={(value) => set({ paper: PAPERS.find((paper) => paper === value) ?? style.paper })}
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus so that keys can scroll it */}
        <section className={styles["preview"]} aria-label="Preview" tabIndex={0}>
          {figure && <SceneView scene={figure.scene} />}
        </section>
        <p className={styles["note"]} role="status">
          {figure && sizeText(figure, style)}
        </p>
        <div className={styles["actions"]}>
          <button type="button" onClick={() => void exporting.svg()}>
            Save as SVG
          </button>
          <button type="button" onClick={() => void exporting.pdf()}>
            Save as PDF
          </button>
          <button type="button" onClick={() => void exporting.png()}>
            Save as PNG
          </button>
          <span role="status">{exporting.said}</span>
        </div>
      </div>
    </Dialog>
  );
}

const MM_PER_POINT = 25.4 / 72;
const CSS_PER_POINT = 96 / 72;

/** The size that comes of it, on paper and in pixels. */
function sizeText({ scene, scale }: PrintedFigure, style: FigureStyle): string {
  const [width, height] = [scene.width, scene.height].map((side) => side * scale) as [number, number];
  const mm = [width, height].map((side) => Math.round(side * MM_PER_POINT)).join(" × ");
  const pixels = [width, height].map((side) => Math.round(side * CSS_PER_POINT * style.scale)).join(" × ");
  return `${mm} mm; as a PNG ${pixels} pixels.`;
}
