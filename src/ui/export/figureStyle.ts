import * as v from "valibot";
import { THEMES, type ThemeName } from "../../scene/journalThemes";
import { remembered } from "../../state/keep/browserStore";
import type { Remembered } from "../../state/keep/remembered";

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

const KEY = "figure";

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

/** The style in which the reader takes figures away. */
export interface StyleChoice {
  /** The last choice on this machine, or the usual style; looked up once. */
  readonly now: () => Promise<FigureStyle>;
  readonly choose: (style: FigureStyle) => Promise<void>;
}

/** The choice as it is remembered; where nothing can be, it lasts while the page is open. */
export function createStyleChoice(from: Remembered): StyleChoice {
  let known: Promise<FigureStyle> | null = null;
  return {
    now: () => (known ??= from.read<FigureStyle>(KEY, Stored).then((stored) => stored ?? DEFAULT_STYLE)),
    choose: (style) => {
      known = Promise.resolve(style);
      return from.change<FigureStyle>(KEY, Stored, () => style);
    },
  };
}

export const styleChoice = createStyleChoice(remembered);
