import { type ChangeEvent, type KeyboardEvent, memo, useLayoutEffect, useRef } from "react";
import { useApp } from "../appContext";

/** What can be done with a study's checkbox; the same functions from one drawing to the next. */
export interface ToggleActs {
  readonly onChange: (event: ChangeEvent<HTMLInputElement>, rowId: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>, rowId: number) => void;
  /** `isSeen` where the focus shows, as it does not after a press of a pointer. */
  readonly onFocus: (rowId: number, isSeen: boolean) => void;
  readonly onBlur: () => void;
}

interface Props {
  readonly rowId: number;
  readonly studyId: string;
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly reachable: boolean;
  readonly acts: ToggleActs;
}

/** One study's checkbox. The browser checks it at the press; what is asked in other ways is set when it is drawn. */
export const StudyToggle = memo(function StudyToggle({ rowId, studyId, label, left, top, reachable, acts }: Props) {
  const isIn = useApp((s) => !s.selection.excluded.includes(studyId));
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (input.current) input.current.checked = isIn;
  }, [isIn]);
  return (
    <input
      ref={input}
      type="checkbox"
      data-row={rowId}
      aria-label={label}
      defaultChecked={isIn}
      tabIndex={reachable ? 0 : -1}
      style={{ left, top }}
      onChange={(event) => acts.onChange(event, rowId)}
      onKeyDown={(event) => acts.onKeyDown(event, rowId)}
      onFocus={({ currentTarget }) => acts.onFocus(rowId, currentTarget.matches(":focus-visible"))}
      onBlur={acts.onBlur}
    />
  );
});
