import { useEffect, useRef, useState } from "react";
import { announceToggle } from "../words/announce";
import { useApp } from "./appContext";
import styles from "./hidden.module.css";

const AFTER_DRAWING_MS = 100;

/** Says to screen readers which studies went out or came back; the Answer itself says every other change. */
export default function Announcer() {
  const answered = useApp((s) => s.answered);
  const held = useApp((s) => s.held);
  const before = useRef(answered);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const was = before.current?.analysis.selection.excluded;
    before.current = answered;
    if (!held || !answered || !was) return;
    const now = answered.analysis.selection.excluded;
    const [out, back] = [now.filter((id) => !was.includes(id)), was.filter((id) => !now.includes(id))];
    if (out.length + back.length === 0) return;
    // Where some went and others came, those that came are told: there are fewer left out than before.
    const isIn = now.length < was.length || out.length === 0;
    const toggled = new Set(isIn ? back : out);
    const labels = [...new Set(held.dataset.rows.filter((r) => toggled.has(r.studyId)).map((r) => r.slab))];
    const words = announceToggle(labels, isIn, answered.analysis, held.dataset.descriptor);
    const timer = setTimeout(() => setSaid(words), AFTER_DRAWING_MS);
    return () => clearTimeout(timer);
  }, [answered, held]);
  return (
    <div className={styles["hidden"]} aria-live="polite">
      {said}
    </div>
  );
}
