import { createContext, use } from "react";
import type { SubsetSpread } from "../../../model/subsets";
import type { Counting } from "./useSubsets";

/** The subsets of the present answer, counted once for the verdict and for their own figure. */
interface CountedSubsets {
  readonly counting: Counting;
  readonly spread: SubsetSpread;
  readonly setSpread: (spread: SubsetSpread) => void;
}

export const SubsetsContext = createContext<CountedSubsets | null>(null);

/** The counted subsets. @throws Error outside the Sensitivity tab. */
export function useCountedSubsets(): CountedSubsets {
  const counted = use(SubsetsContext);
  if (!counted) throw new Error("useCountedSubsets: no SubsetsContext above");
  return counted;
}
