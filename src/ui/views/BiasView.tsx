import { useMemo } from "react";
import { drawBias } from "../../plots/bias";
import { biasLayout } from "../../plots/biasLayout";
import type { ForestInput } from "../../plots/forestInput";
import { biasColumns } from "../../plots/riskOfBias";
import { noJudgements } from "../../words/biasText";
import { useApp } from "../appContext";
import { useFigureInput } from "../useFigureInput";
import { usePainted } from "../usePainted";
import { useRowWindow } from "../useRowWindow";
import { useTheme } from "../useTheme";
import { useWidth } from "../useWidth";
import { BiasFigure } from "./BiasFigure";
import { BiasKept } from "./BiasKept";
import styles from "./BiasView.module.css";

/** Above this many studies only those in view are drawn. */
const ALL_ROWS = 100;

/** How the studies' risk of bias is judged, by weight and one by one; a press on a judgement keeps the studies with it. */
export default function BiasView() {
  const input = useFigureInput();
  if (!input) return null;
  if (biasColumns(input.descriptor, "all").length > 0) return <Judged input={input} />;
  const [headline, detail] = noJudgements(input.descriptor);
  return (
    <div className={styles["empty"]}>
      <p>{headline}</p>
      <p>{detail}</p>
    </div>
  );
}

function Judged({ input }: { readonly input: ForestInput }) {
  const sort = useApp((s) => s.look.sort);
  const { figure: theme } = useTheme();
  const [ref, width] = useWidth<HTMLDivElement>();
  const { top, bottom } = useRowWindow(ref, input.analysis.studies.length > ALL_ROWS) ?? {};
  const layout = useMemo(
    () => (width > 0 ? biasLayout(input, { width, theme, look: { sort } }) : null),
    [input, width, theme, sort],
  );
  const scene = useMemo(
    () => layout && drawBias(layout, top !== undefined && bottom !== undefined ? { top, bottom } : undefined),
    [layout, top, bottom],
  );
  usePainted(scene);
  return (
    <>
      <BiasKept />
      <div ref={ref}>{layout && scene && <BiasFigure layout={layout} scene={scene} />}</div>
    </>
  );
}
