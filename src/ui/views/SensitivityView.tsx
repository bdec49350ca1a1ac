import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useDeferredValue, useState } from "react";
import { useApp } from "../appContext";
import { ErrorBoundary } from "../ErrorBoundary";
import { useFigureInput } from "../useFigureInput";
import { SubsetsContext } from "./sensitivity/subsetsContext";
import { useDoubts } from "./sensitivity/useDoubts";
import { useOnceDrawn } from "./sensitivity/useOnceDrawn";
import { isCounting, useSubsets } from "./sensitivity/useSubsets";
import { Verdict } from "./sensitivity/Verdict";
import { WhenSeen } from "./sensitivity/WhenSeen";

interface Part {
  readonly name: string;
  /** Room kept free until it is seen, in CSS pixels: about what it will take. */
  readonly height: number;
  readonly View: LazyExoticComponent<ComponentType>;
}

const SUBSETS = "Every subset";
const PARTS: readonly Part[] = [
  { name: "Leave-one-out", height: 480, View: lazy(() => import("./sensitivity/LeaveOneOut")) },
  { name: "Cumulative", height: 480, View: lazy(() => import("./sensitivity/Cumulative")) },
  { name: "Influence", height: 520, View: lazy(() => import("./sensitivity/Influence")) },
  { name: SUBSETS, height: 560, View: lazy(() => import("./sensitivity/Gosh")) },
  { name: "Every analysis", height: 560, View: lazy(() => import("./sensitivity/Multiverse")) },
  { name: "Small-study effects", height: 400, View: lazy(() => import("./sensitivity/SmallStudy")) },
  { name: "Radial plot", height: 460, View: lazy(() => import("./sensitivity/Radial")) },
  { name: "L’Abbé plot", height: 460, View: lazy(() => import("./sensitivity/Labbe")) },
];

const AT_ONCE = 20; // studies whose subsets are counted within two frames

/** Whether the conclusion survives: a verdict in words, then what it rests on, each part computed while it is seen. */
export default function SensitivityView() {
  const input = useFigureInput();
  const spread = useApp((s) => s.look.subsetSpread);
  const doubts = useDoubts(input);
  // What takes longer would take the processors away from the verdict.
  const judged = useOnceDrawn(doubts?.input ?? null);
  const isShort = (input?.analysis.overall?.k ?? 0) <= AT_ONCE;
  const counting = useSubsets(isShort ? input : judged, spread);
  const [areSubsetsNear, setSubsetsNear] = useState(false);
  // Where the subsets are looked at, they have the processors for themselves until they are drawn, or take long.
  const shown = useDeferredValue(useHeldBack(judged, areSubsetsNear && isCounting(counting)));
  return (
    <SubsetsContext value={counting}>
      <Verdict doubts={doubts} />
      {PARTS.map(({ name, height, View }) => (
        <ErrorBoundary key={name} what={`“${name}”`}>
          <WhenSeen height={height} input={shown} {...(name === SUBSETS && { onNear: setSubsetsNear })}>
            <Suspense fallback={<p>Opening …</p>}>
              <View />
            </Suspense>
          </WhenSeen>
        </ErrorBoundary>
      ))}
    </SubsetsContext>
  );
}

/** The value as it is, but for a while the last that was not held back. */
function useHeldBack<T>(value: T, isHeldBack: boolean): T {
  const [last, setLast] = useState(value);
  if (isHeldBack || last === value) return last;
  setLast(value);
  return value;
}
