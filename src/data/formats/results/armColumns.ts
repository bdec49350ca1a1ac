import { columnKey } from "../../tidy";

type Stem = "n" | "mean" | "sd" | "events" | "time";

const STEMS: ReadonlyMap<string, Stem> = new Map(
  (
    [
      ["n", "n total totaln ntotal size samplesize"],
      ["mean", "mean m means"],
      ["sd", "sd stdev std"],
      ["events", "event events ev x r resp responders cases d deaths"],
      ["time", "time t persontime personyears"],
    ] as const
  ).flatMap(([stem, keys]) => keys.split(" ").map((key) => [key, stem] as const)),
);

/** What second arms are called; of two arms with such names, or without, the first in the file is the intervention. */
const CONTROLS = new Set(
  "c con cont ctr ctrl contr control controls p pl pla plac pbo placebo sham tau wl uc usual cg 2 arm2 group2 g2 two".split(
    " ",
  ),
);

/** The columns of two arms by what they hold: `arms` are the two suffixes, the intervention's first. */
export interface ArmColumns {
  readonly arms: readonly [intervention: string, control: string];
  /** Whether the names of the arms tell which is which. */
  readonly told: boolean;
  readonly first: Readonly<Partial<Record<Stem, number>>>;
  readonly second: Readonly<Partial<Record<Stem, number>>>;
}

/**
 * The two arms of a table whose columns are named `<stem><separator><arm>` ("n.e", "mean_arm1", "Events_T", "sd2") and
 * that both have the wanted stems; null where there are none, or more than two.
 */
export function armColumns(header: readonly string[], wanted: readonly Stem[]): ArmColumns | null {
  const arms = new Map<string, Partial<Record<Stem, number>>>();
  for (const [place, title] of header.entries()) {
    const split = stemAndArm(title);
    if (!split) continue;
    const arm = arms.get(split.arm) ?? {};
    arm[split.stem] ??= place;
    arms.set(split.arm, arm);
  }
  const whole = [...arms].filter(([, places]) => wanted.every((stem) => places[stem] !== undefined));
  if (whole.length !== 2) return null;
  const [a, b] = whole as [(typeof whole)[number], (typeof whole)[number]];
  const turned = CONTROLS.has(a[0]) && !CONTROLS.has(b[0]);
  const [first, second] = turned ? [b, a] : [a, b];
  const told = CONTROLS.has(a[0]) !== CONTROLS.has(b[0]);
  return { arms: [first[0], second[0]], told, first: first[1], second: second[1] };
}

/** "n.e" is n of e, "MeanT" mean of t, "SD1" sd of 1, "mean_arm1" mean of arm1. */
function stemAndArm(title: string): { readonly stem: Stem; readonly arm: string } | null {
  const name = title.trim();
  const separator = Math.max(...[".", "_", " ", "-"].map((sign) => name.lastIndexOf(sign)));
  const change = (/[a-z][A-Z]$|[A-Za-z]\d$/.exec(name)?.index ?? -1) + 1;
  for (const [end, start] of [[separator, separator + 1] as const, [change, change] as const]) {
    const stem = end > 0 ? STEMS.get(columnKey(name.slice(0, end)).replace(/-/g, "")) : undefined;
    const arm = columnKey(name.slice(start));
    if (stem && arm !== "") return { stem, arm };
  }
  return null;
}
