import { lazy, Suspense } from "react";
import { useApp } from "../appContext";

const PendingStep = lazy(() => import("./PendingStep"));

/** What the reader's files wait for. */
export function PendingSteps() {
  const pending = useApp((s) => s.pending);
  return <Suspense>{pending && <PendingStep pending={pending} />}</Suspense>;
}
