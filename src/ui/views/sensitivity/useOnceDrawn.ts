import { useEffect, useState } from "react";
import { drawn } from "../../drawn";

/** The value once what the page makes of it at once is on the screen: work that can wait does not delay that. */
export function useOnceDrawn<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    let isCurrent = true;
    void drawn().then(() => isCurrent && setShown(value));
    return () => {
      isCurrent = false;
    };
  }, [value]);
  return shown;
}
