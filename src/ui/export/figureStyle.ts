import * as v from "valibot";
import { THEMES, type ThemeName } from "../../scene/journalThemes";

/** How figures are taken away: their look, their size on paper, and what their pixels are. */
export interface FigureStyle {
  readonly theme: ThemeName;
  /** Millimetres. */
  readonly width: number;
  /** Of the text in rows, in points. */
  readonly font: number;
  /** Pixels of a PNG per CSS pixel: 1 is 96 to the inch. */
  readonly scale: (typeof PNG_SCALES)[number];
  /** A PNG without its ground. */
  readonly transparent: boolean;
  readonly paper: (typeof PAPERS)[number];
}

export const PNG_SCALES = [1, 2, 3, 4] as const;
export const PAPERS = ["a4", "letter"] as const;
/** One column, one and a half, two columns of a journal; and a slide. */
export const WIDTHS = [85, 114, 174, 254] as const;
export const WIDTH_LIMITS = { min: 60, max: 400 } as const;
export const FONT_LIMITS = { min: 5, max: 16 } as const;

export const DEFAULT_STYLE: FigureStyle = {
  ...{ theme: "understory", width: 254, font: 9.75, scale: 2, transparent: false, paper: "a4" },
};

const KEY = "understory.figure";

const between = ({ min, max }: { readonly min: number; readonly max: number }) =>
  v.pipe(v.number(), v.minValue(min), v.maxValue(max));

const Stored = v.object({
  theme: v.picklist(Object.keys(THEMES) as ThemeName[]),
  width: between(WIDTH_LIMITS),
  font: between(FONT_LIMITS),
  scale: v.picklist(PNG_SCALES),
  transparent: v.boolean(),
  paper: v.picklist(PAPERS),
});

/** The reader's last choice on this machine, or the usual one. */
export function rememberedStyle(): FigureStyle {
  try {
    const read = v.safeParse(Stored, JSON.parse(localStorage.getItem(KEY) ?? "null"));
    return read.success ? read.output : DEFAULT_STYLE;
  } catch {
    return DEFAULT_STYLE; // storage may be denied, or hold what another program wrote
  }
}

export function rememberStyle(style: FigureStyle): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(style));
  } catch {
    // Storage may be denied: the choice then lasts while the page is open.
  }
}
