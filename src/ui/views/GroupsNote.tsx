import { groupsNote } from "../../words/groupsNote";
import { useApp } from "../appContext";
import styles from "./GroupsNote.module.css";

/** What must be known to read the comparison of groups above it. */
export default function GroupsNote() {
  const held = useApp((s) => s.held);
  const analysis = useApp((s) => s.answered?.analysis);
  const comparedBy = useApp((s) => s.comparedBy);
  if (!held || !analysis) return null;
  return <p className={styles["note"]}>{groupsNote(analysis, held.dataset.descriptor, comparedBy).join(" ")}</p>;
}
