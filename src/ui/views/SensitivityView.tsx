import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useState } from "react";
import type { SubsetSpread } from "../../model/subsets";
import { ErrorBoundary } from "../ErrorBoundary";
import { useFigureInput } from "../useFigureInput";
import { SubsetsContext } from "./sensitivity/subsetsContext";
import { useSubsets } from "./sensitivity/useSubsets";
import { Verdict } from "./sensitivity/Verdict";
import { WhenSeen } from "./sensitivity/WhenSeen";

interface Part {
  readonly name: string;
  /** Room kept free until it is seen, in CSS pixels: about what it will take. */
  readonly height: number;
  readonly View: LazyExoticComponent<ComponentType>;
}

const PARTS: readonly Part[] = [
  { name: "Leave-one-out", height: 480, View: lazy(() => import("./sensitivity/LeaveOneOut")) },
  { name: "Cumulative", height: 480, View: lazy(() => import("./sensitivity/Cumulative")) },
  { name: "Influence", height: 520, View: lazy(() => import("./sensitivity/Influence")) },
  { name: "Every subset", height: 560, View: lazy(() => import("./sensitivity/Gosh")) },
  { name: "Every analysis", height: 560, View: lazy(() => import("./sensitivity/Multiverse")) },
  { name: "Small-study effects", height: 400, View: lazy(() => import("./sensitivity/SmallStudy")) },
  { name: "Radial plot", height: 460, View: lazy(() => import("./sensitivity/Radial")) },
  { name: "L’Abbé plot", height: 460, View: lazy(() => import("./sensitivity/Labbe")) },
];

/** Whether the conclusion survives: a verdict in words, then what it rests on, each part computed once it is seen. */
export default function SensitivityView() {
  const input = useFigureInput();
  const [spread, setSpread] = useState<SubsetSpread>("I2");
  const counting = useSubsets(input, spread);
  return (
    <SubsetsContext value={{ counting, spread, setSpread }}>
      <Verdict />
      {PARTS.map(({ name, height, View }) => (
        <ErrorBoundary key={name} what={`“${name}”`}>
          <WhenSeen height={height}>
            <Suspense fallback={<p>Opening …</p>}>
              <View />
            </Suspense>
          </WhenSeen>
        </ErrorBoundary>
      ))}
    </SubsetsContext>
  );
}
