import type { AskedOf, ExplorationKind, Findings } from "../../model/exploration";
import type { Lens } from "../../model/lens";
import type { View } from "../../state/appState";
import type { FigureSource } from "../figureKind";
import { moderatorsOf } from "../views/moderatorsOf";
import { joinOrder } from "../views/sensitivity/joinOrder";

/** What is on the page when a view's numbers leave it. */
export interface ShownView extends FigureSource {
  readonly view: View;
  readonly lens: Lens;
}

/** What each view shows beside the answer. */
const KINDS: Readonly<Partial<Record<View, readonly ExplorationKind[]>>> = {
  funnel: ["smallStudy"],
  time: ["timeCourse"],
  bubble: ["bubble"],
  sensitivity: ["influence", "cumulative", "smallStudy", "selection"],
};

type Asked = { readonly [Kind in ExplorationKind]?: AskedOf<Kind> };

/** What has too many numbers for the results of its view; a script finds it again. */
const KINDS_OF_SCRIPTS: typeof KINDS = { sensitivity: ["multiverse"] };

/** What the worker finds for a view and for the script that reproduces it. */
export async function scriptFindings(shown: ShownView): Promise<Findings> {
  return findingsOf(shown, [...(KINDS[shown.view] ?? []), ...(KINDS_OF_SCRIPTS[shown.view] ?? [])]);
}

/** What the worker finds for some views, with what the results mean for patients, which stands beside every view. */
export async function viewFindings(shown: ShownView, views: readonly View[] = [shown.view]): Promise<Findings> {
  return findingsOf(
    shown,
    views.flatMap((view) => KINDS[view] ?? []),
  );
}

async function findingsOf(shown: ShownView, wanted: readonly ExplorationKind[]): Promise<Findings> {
  const asked = askedOf(shown);
  const kinds = new Set<ExplorationKind>(["lens", ...wanted]);
  const found = await Promise.all(
    [...kinds].map(async (kind) => {
      const request = asked[kind];
      return [kind, request && (await shown.explore(shown.held.key, kind, request))] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, finding]) => finding !== undefined && finding !== null));
}

/** The same requests as the views make themselves. */
function askedOf({ held, answered, look, lens }: ShownView): Asked {
  const { selection, model } = answered.analysis;
  const question = { selection, model };
  const column = look.moderator ?? moderatorsOf(held.dataset)[0];
  return {
    lens: { question, lens },
    smallStudy: { question, fill: look.fill },
    selection: { question },
    influence: { question },
    multiverse: { question },
    timeCourse: { question, sameTrials: look.sameTrials },
    cumulative: { question, by: joinOrder(look, held.dataset) },
    ...(column === undefined ? {} : { bubble: { question, column } }),
  };
}
