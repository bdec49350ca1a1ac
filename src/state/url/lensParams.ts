import type { Lens } from "../../model/lens";
import type { Param } from "./params";

/** What the reader reads the results by, as keys of the address: each number with what it is about. */
export const LENS_PARAMS: Readonly<Record<string, Param>> = {
  matters: numbers("mids", Infinity),
  baseline: numbers("baselines", 1),
  sd: numbers("sds", Infinity),
};

/** "1.5 MD Pain": numbers above 0 and below `limit`. */
function numbers(list: keyof Lens, limit: number): Param {
  return {
    format: ({ lens }) => Object.entries(lens[list]).map(([key, value]) => `${value} ${key}`),
    parse: (texts, s) => {
      const entries = texts.map((text) => {
        const [value = ""] = text.split(" ", 1);
        return [text.slice(value.length + 1), Number(value)] as const;
      });
      const isUsable = entries.every(([key, value]) => key !== "" && value > 0 && value < limit);
      return isUsable ? { ...s, lens: { ...s.lens, [list]: Object.fromEntries(entries) } } : null;
    },
  };
}
