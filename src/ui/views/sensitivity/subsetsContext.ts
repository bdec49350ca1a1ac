import { createContext, use } from "react";
import type { Counting } from "./useSubsets";

/** The subsets of the present answer, counted once for the verdict and for their own figure. */
export const SubsetsContext = createContext<Counting | null>(null);

/** The counted subsets. @throws Error outside the Sensitivity tab. */
export function useCountedSubsets(): Counting {
  const counting = use(SubsetsContext);
  if (!counting) throw new Error("useCountedSubsets: no SubsetsContext above");
  return counting;
}
