import { lazy, Suspense } from "react";
import { AnswerPanel } from "./AnswerPanel";
import styles from "./App.module.css";
import { useApp } from "./appContext";
import { StudyPanel } from "./dialogs/StudyPanel";
import { ErrorBoundary } from "./ErrorBoundary";
import { Notices } from "./layout/Notices";
import { Provenance } from "./layout/Provenance";
import { TopBar } from "./layout/TopBar";
import { EvidenceMap } from "./map/EvidenceMap";
import { DropZone } from "./open/DropZone";
import { PendingSteps } from "./open/PendingSteps";
import { useTheme } from "./useTheme";
import { ViewTabs } from "./views/ViewTabs";

// The answer and its figure come first; the controls arrive while the data are read.
const ControlRail = lazy(() => import("./controls/ControlRail"));
const Announcer = lazy(() => import("./Announcer"));

/** The page. */
export function App() {
  useTheme();
  const held = useApp((s) => s.held);
  return (
    <>
      <a className={styles["skip"]} href="#main">
        Skip to the answer
      </a>
      <TopBar />
      <Provenance />
      <div className={styles["page"]}>
        <ErrorBoundary what="The controls">
          <aside className={styles["rail"]} aria-label="Evidence and controls">
            {held && <EvidenceMap held={held} />}
            <Suspense>{held && <ControlRail held={held} />}</Suspense>
          </aside>
        </ErrorBoundary>
        <main className={styles["main"]} id="main" tabIndex={-1}>
          <Notices />
          <ErrorBoundary what="The answer">
            <AnswerPanel />
          </ErrorBoundary>
          <ViewTabs />
        </main>
      </div>
      <StudyPanel />
      <PendingSteps />
      <Suspense>
        <Announcer />
      </Suspense>
      <DropZone />
    </>
  );
}
