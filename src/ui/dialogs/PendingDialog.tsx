import { lazy, Suspense } from "react";
import { useApp } from "../appContext";

const FaultsDialog = lazy(() => import("./FaultsDialog"));

/** The faults of a file that waits for a decision. */
export function PendingDialog() {
  const pending = useApp((s) => s.pending);
  return <Suspense>{pending && <FaultsDialog key={pending.key} pending={pending} />}</Suspense>;
}
