import type { StudyResult } from "../../model/analysis";
import type { PlotInput } from "../../plots/forestInput";
import { notEstimableText, studyLabel } from "../../plots/summaryText";
import type { Scene, Target } from "../../scene/scene";
import { digitsOf, formatEffect, formatInterval, formatNumber, formatPercent } from "../../words/number";
import { levelPercent } from "../../words/phrase";
import styles from "./Figure.module.css";

interface Props {
  readonly target: Target;
  readonly scene: Scene;
  readonly result: StudyResult;
  readonly input: PlotInput;
}

const WIDTH = 260; // px
const GAP = 4;

/** The numbers of the lit study, beside its point and inside the figure. */
export default function StudyTip({ target, scene, result, input }: Props) {
  const { box } = target;
  const row = input.rows(target.rowId);
  const toTheRight = box.x + box.width + GAP;
  const isRoomRight = toTheRight + WIDTH <= scene.width;
  const beside = isRoomRight ? toTheRight : box.x - GAP - WIDTH;
  // Without room on either side it goes below the point, inside the figure.
  const place =
    beside >= 0
      ? { left: beside, top: box.y - 8 }
      : { left: Math.max(0, Math.min(box.x, scene.width - WIDTH)), top: box.y + box.height + GAP };
  return (
    <div className={styles["tip"]} style={{ ...place, width: WIDTH }} role="presentation">
      <strong>{studyLabel(row)}</strong>
      {numbers(result, input)}
      <br />
      <span>{result.state === "excluded" ? "Left out. Press to bring it back" : "Press to leave it out"}</span>
    </div>
  );
}

function numbers({ effect, weight, reason }: StudyResult, { analysis }: PlotInput): string {
  const { measure, model } = analysis;
  if (!effect) return notEstimableText(reason);
  const digits = digitsOf(measure);
  const interval = formatInterval(effect.ciLb, effect.ciUb, measure.scale, digits);
  const estimate = `${measure.short} ${formatEffect(effect.yi, measure.scale, digits)} (${levelPercent(model.level)} CI ${interval})`;
  const shares = weight === null ? "" : `, weight ${formatPercent(weight, 1)}`;
  return `${estimate}, standard error ${formatNumber(Math.sqrt(effect.vi))}${shares}`;
}
