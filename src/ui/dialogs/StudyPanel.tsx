import { lazy, Suspense } from "react";
import { useApp } from "../appContext";

const StudyDialog = lazy(() => import("./StudyDialog"));

/** The panel of the study that was opened. */
export function StudyPanel() {
  const held = useApp((s) => s.held);
  const openStudy = useApp((s) => s.openStudy);
  const answered = useApp((s) => s.answered);
  return (
    <Suspense>
      {held && answered && openStudy && <StudyDialog held={held} analysis={answered.analysis} studyId={openStudy} />}
    </Suspense>
  );
}
