import { createContext, use } from "react";
import type { ForestInput } from "../../../plots/forestInput";

/** The answer that a part of the Sensitivity tab shows: the newest once the verdict on it is drawn and it is in view. */
export const PartInputContext = createContext<ForestInput | null>(null);

export function usePartInput(): ForestInput | null {
  return use(PartInputContext);
}
