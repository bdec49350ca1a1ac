import { measureText, wrapText } from "../scene/measureText";
import type { Mark, Point, Scene, Theme } from "../scene/scene";
import type { ArrayWords } from "../words/lensArray";
import { captionBlock, captionMarks } from "./captionBlock";
import { PAD } from "./forestInput";

/** A thousand people in words and numbers, and the sentences under them. */
export interface IconArrayInput {
  readonly people: ArrayWords;
  readonly description: string;
  readonly caption: readonly string[];
}

export interface IconArrayOptions {
  /** Room for the figure in CSS pixels, 280 and more; it takes at most `MAX_ARRAY` of it. */
  readonly width: number;
  readonly theme: Theme;
}

type Kind = "both" | "changed" | "none";

const MAX_ARRAY = 760;
const BLOCK = 10; // people a side: each block is a hundred
const TEN_ABREAST = 560; // px: below this, two rows of five blocks
const GAP = 8;
const TITLE = 14;
const LEGEND = 12;
const SIGN = 16; // px that a legend's sign takes

/** A thousand people in ten blocks of a hundred: with the event in either arm, in one arm alone, in neither. */
export function iconArrayScene({ people, description, caption }: IconArrayInput, options: IconArrayOptions): Scene {
  const { theme } = options;
  const width = Math.min(options.width, MAX_ARRAY);
  const room = width - 2 * PAD;
  const title = wrapText(people.title, room, TITLE * 1.06).map(
    (text, i): Mark => ({
      ...{ kind: "text", at: [PAD, 20 + 19 * i], text, size: TITLE, weight: "bold", fill: theme.ink },
    }),
  );
  const top = 20 + 19 * title.length;
  const abreast = width >= TEN_ABREAST ? 10 : 5;
  const cell = (room - GAP * (abreast - 1)) / (abreast * BLOCK);
  const side = cell * BLOCK;
  const icons = Array.from({ length: 1000 }, (_, i) => {
    const block = Math.floor(i / 100);
    const x = PAD + (block % abreast) * (side + GAP) + (Math.floor((i % 100) / BLOCK) + 0.5) * cell;
    const y = top + Math.floor(block / abreast) * (side + GAP) + ((i % BLOCK) + 0.5) * cell;
    return icon(kindOf(i, people), [x, y], cell, people.isGood, theme);
  });
  const bottom = top + (1000 / 100 / abreast) * (side + GAP);
  const legend = legendMarks(people, room, bottom + 14, theme);
  const block = captionBlock(caption, [], width, legend.bottom + 2);
  return {
    width,
    height: block.bottom,
    background: theme.background,
    title: people.title,
    description,
    marks: [
      ...title,
      { kind: "group", key: "people", marks: icons },
      ...legend.marks,
      captionMarks(block, width, theme),
    ],
    targets: [],
  };
}

function kindOf(i: number, { both, changed }: ArrayWords): Kind {
  if (i < both) return "both";
  return i < both + changed ? "changed" : "none";
}

/** Told apart by shape as well as by colour: disc, square, dot. */
function icon(kind: Kind, [x, y]: Point, cell: number, isGood: boolean, theme: Theme): Mark {
  const half = 0.4 * cell;
  if (kind === "both") return { kind: "circle", at: [x, y], r: half, fill: theme.muted };
  if (kind === "none") return { kind: "circle", at: [x, y], r: 0.16 * cell, fill: theme.faint };
  const fill = isGood ? theme.judgement.low : theme.judgement.high;
  return { kind: "rect", at: [x - half, y - half], size: [2 * half, 2 * half], fill };
}

function legendMarks(people: ArrayWords, room: number, top: number, theme: Theme) {
  const marks: Mark[] = [];
  let [x, y] = [PAD, top];
  for (const kind of ["both", "changed", "none"] as const) {
    const text = people.legend[kind];
    const width = SIGN + measureText(text, LEGEND) + GAP * 2;
    if (x > PAD && x + width > PAD + room) [x, y] = [PAD, y + 19];
    marks.push(icon(kind, [x + 5, y - 4], 11, people.isGood, theme));
    marks.push({ kind: "text", at: [x + SIGN, y], text, size: LEGEND, fill: theme.ink });
    x += width;
  }
  return { marks, bottom: y + 8 };
}
