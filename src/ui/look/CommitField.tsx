import { useEffect, useRef, useState } from "react";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly isNumber?: boolean;
  readonly onCommit: (text: string) => void;
}

/** A text field that takes effect on Enter or when it is left, so that a word is one step to undo and not one a letter. */
export function CommitField({ label, value, placeholder, isNumber = false, onCommit }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  // An edit of the data takes a moment: a field that is left meanwhile must not give its text a second time.
  const isGiven = useRef(false);
  const commit = () => {
    if (isGiven.current || text.trim() === value) return;
    isGiven.current = true;
    onCommit(text.trim());
  };
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode={isNumber ? "decimal" : "text"}
        maxLength={80}
        value={text}
        placeholder={placeholder}
        onChange={(event) => {
          isGiven.current = false;
          setText(event.target.value);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
        }}
      />
    </label>
  );
}
