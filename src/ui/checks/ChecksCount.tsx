import hidden from "../hidden.module.css";
import { useDismissed } from "./dismissed";
import { isOpen } from "./isOpen";
import { useChecked } from "./useChecked";

/** How many findings wait to be looked at, behind the word on the button; nothing where there is none. */
export default function ChecksCount() {
  const checked = useChecked();
  const dismissed = useDismissed();
  if (checked === null || checked === "failed" || dismissed === null) return null;
  const count = checked.findings.filter((finding) => isOpen(finding, dismissed)).length;
  if (count === 0) return null;
  return (
    <>
      : {count}
      <span className={hidden["hidden"]}> to look at</span>
    </>
  );
}
