import { lazy, Suspense } from "react";
import type { Pending } from "../../state/appState";
import { FaultsDialog } from "./FaultsDialog";
import { Reading } from "./Reading";
import { SheetChoice } from "./SheetChoice";

const MappingStep = lazy(() => import("./MappingStep"));

/** The step at which the reader's files are. */
export default function PendingStep({ pending }: { readonly pending: Pending }) {
  switch (pending.step) {
    case "reading":
      return <Reading pending={pending} />;
    case "sheets":
      return <SheetChoice key={pending.id} pending={pending} />;
    case "map":
      return (
        <Suspense>
          <MappingStep key={pending.id} pending={pending} />
        </Suspense>
      );
    case "faults":
      return <FaultsDialog key={pending.id} pending={pending} />;
  }
}
