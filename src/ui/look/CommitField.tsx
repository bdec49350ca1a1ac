import { useEffect, useState } from "react";

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
  const commit = () => {
    if (text.trim() !== value) onCommit(text.trim());
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
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
        }}
      />
    </label>
  );
}
