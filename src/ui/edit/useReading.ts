import { useEffect, useState } from "react";
import type { Reading } from "../../data/readDataset";
import type { OwnData } from "../../model/ownData";
import { useServices } from "../appContext";

const read = new WeakMap<OwnData, Reading>();

/** Remembers what data were read as, so that they are not read once more. */
export function rememberReading(own: OwnData, reading: Reading): void {
  read.set(own, reading);
}

/** What the reader's data read as, with their faults; the reading before until a new one is there, null before the first. */
export function useReading(own: OwnData): Reading | null {
  const { opening } = useServices();
  const [last, setLast] = useState<Reading | null>(null);
  const known = read.get(own);
  useEffect(() => {
    // An edit is read before it is drawn, and remembered right after.
    const reading = known ?? read.get(own);
    if (reading) {
      setLast(reading);
      return;
    }
    let isWanted = true;
    void opening()
      .then((files) => files.read(own))
      .then((found) => {
        rememberReading(own, found);
        if (isWanted) setLast(found);
      });
    return () => {
      isWanted = false;
    };
  }, [own, known, opening]);
  return known ?? last;
}
