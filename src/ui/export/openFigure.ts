import { linkedBy } from "../../state/url/linkedBy";
import type { AppServices } from "../appContext";
import { DATASETS } from "../datasets";
import { reopenFigure } from "./reopenFigure";

/** Opens the analysis of a figure's file on the page; false where the file carries none. */
export async function openFigure({ store, loading }: AppServices, file: File): Promise<boolean> {
  return reopenFigure(new Uint8Array(await file.arrayBuffer()), file.name, {
    loading,
    linkedBy,
    state: store.getState,
    say: (notice) => store.setState((s) => ({ notices: [...s.notices, notice] })),
    datasets: DATASETS.map(({ id }) => id),
    version: __APP_VERSION__,
  });
}
