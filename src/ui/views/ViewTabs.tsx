import { type KeyboardEvent, lazy, Suspense, useEffect, useRef } from "react";
import { VIEWS, type View } from "../../state/appState";
import { useApp, useServices } from "../appContext";
import { ErrorBoundary } from "../ErrorBoundary";
import { ForestView } from "./ForestView";
import styles from "./ViewTabs.module.css";

const ChangeStrip = lazy(() => import("./ChangeStrip"));
const FullScreenButton = lazy(() => import("./FullScreenButton"));
const FunnelView = lazy(() => import("./FunnelView"));
const TimeCourseView = lazy(() => import("./TimeCourseView"));
const BiasView = lazy(() => import("./BiasView"));
const BubbleView = lazy(() => import("./BubbleView"));
const SensitivityView = lazy(() => import("./SensitivityView"));
const TableView = lazy(() => import("./TableView"));
const AuditView = lazy(() => import("../audit/AuditView"));
const MethodsView = lazy(() => import("./MethodsView"));

const NAMES: Readonly<Record<View, string>> = {
  forest: "Forest",
  funnel: "Funnel",
  time: "Time course",
  bias: "Risk of bias",
  bubble: "Bubble",
  sensitivity: "Sensitivity",
  data: "Data",
  audit: "Audit",
  methods: "Methods",
};

const WITHOUT_AUDIT: readonly View[] = VIEWS.filter((name) => name !== "audit");

/** The same selection in several views. */
export function ViewTabs() {
  const { actions } = useServices();
  // Only data that came with another program's results have something to audit.
  const views: readonly View[] = useApp((s) => (s.held?.own?.exported.length ? VIEWS : WITHOUT_AUDIT));
  const asked = useApp((s) => s.view);
  const view = views.includes(asked) ? asked : "forest";
  const answered = useApp((s) => s.answered !== null);

  const tabs = useRef<HTMLDivElement>(null);
  // Only sideways: the page itself stays where it is.
  useEffect(() => {
    const list = tabs.current;
    const tab = document.getElementById(`tab-${view}`);
    if (list && tab) list.scrollLeft = tab.offsetLeft - list.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
  }, [view]);

  function move(event: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -views.length, End: views.length }[event.key];
    if (step === undefined) return;
    const at = views.indexOf(view) + step;
    const next =
      Math.abs(step) === 1 ? (at + views.length) % views.length : Math.min(Math.max(at, 0), views.length - 1);
    event.preventDefault();
    actions.show(views[next] ?? view);
    event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  }

  return (
    <div id="views" className={styles["views"]}>
      <div className={styles["bar"]}>
        <div ref={tabs} role="tablist" aria-label="Views" className={styles["tabs"]} onKeyDown={move}>
          {views.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={name === view}
              aria-controls="view"
              tabIndex={name === view ? 0 : -1}
              onClick={() => actions.show(name)}
            >
              {NAMES[name]}
            </button>
          ))}
        </div>
        <Suspense>
          <FullScreenButton of="views" />
        </Suspense>
      </div>
      <div role="tabpanel" id="view" aria-labelledby={`tab-${view}`} className={styles["view"]}>
        <ErrorBoundary key={view} what={`The view “${NAMES[view]}”`}>
          {view !== "methods" && view !== "audit" && (
            // Always there, so that the figure stays under the hand when a change is told.
            <div className={styles["strip"]}>
              <Suspense>{answered && <ChangeStrip />}</Suspense>
            </div>
          )}
          <Suspense fallback={<p className={styles["wait"]}>Opening …</p>}>
            <ViewOf view={view} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </div>
  );
}

function ViewOf({ view }: { readonly view: View }) {
  switch (view) {
    case "forest":
      return <ForestView />;
    case "funnel":
      return <FunnelView />;
    case "time":
      return <TimeCourseView />;
    case "bias":
      return <BiasView />;
    case "bubble":
      return <BubbleView />;
    case "sensitivity":
      return <SensitivityView />;
    case "data":
      return <TableView />;
    case "audit":
      return <AuditView />;
    case "methods":
      return <MethodsView />;
  }
}
