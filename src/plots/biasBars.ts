import { measureText, truncate } from "../scene/measureText";
import type { Mark } from "../scene/scene";
import { domainText, JUDGED_AS, JUDGED_SIGN } from "../words/biasText";
import { formatPercent } from "../words/number";
import { type BiasLayout, type BiasSegment, LEGEND_SIZE, LEGEND_TEXT } from "./biasLayout";
import { BIAS_TEXT } from "./biasTableLayout";
import { PAD } from "./forestInput";
import { biasMarks } from "./riskOfBias";
import { centredText } from "./textMark";

const SMALL = 11;
const AXIS = [0, 50, 100];

/** Each domain's bar: how the weight of the evidence is judged, with sign and share where they fit. */
export function barMarks(layout: BiasLayout): readonly Mark[] {
  return layout.bars.map(({ column, label, labelAt: [x, y], segments }): Mark => {
    const room = layout.scale.left > PAD ? layout.scale.left - x - 8 : layout.width - 2 * PAD;
    const isOverall = column.domain === "overall";
    const look = { size: BIAS_TEXT, fill: layout.theme.ink, ...(isOverall ? { weight: "bold" as const } : {}) };
    return {
      kind: "group",
      key: `bar-${column.column}`,
      label: domainText(column.domain, segments, layout.input.descriptor, layout.isWeighted),
      marks: [
        centredText(truncate(label, room, BIAS_TEXT, look.weight), x, y, look),
        ...segments.flatMap((segment) => segmentMarks(layout, segment)),
      ],
    };
  });
}

function segmentMarks({ theme }: BiasLayout, { judged, share, box }: BiasSegment): readonly Mark[] {
  const rect: Mark = {
    ...{ kind: "rect", at: [box.x, box.y], size: [box.width, box.height] },
    ...{ fill: theme.judgement[judged], stroke: theme.background, strokeWidth: 1 },
  };
  const sign = JUDGED_SIGN[judged];
  const texts = [`${sign} ${formatPercent(share)}`.trim(), sign];
  const text = texts.find((t) => t !== "" && measureText(t, SMALL, "bold") + 6 <= box.width);
  if (!text) return [rect];
  const look = { size: SMALL, weight: "bold", anchor: "middle", fill: theme.judgementInk[judged] } as const;
  return [rect, centredText(text, box.x + box.width / 2, box.y + box.height / 2, look)];
}

/** The scale under the bars. */
export function scaleMarks({ scale: { left, right, y }, theme }: BiasLayout): readonly Mark[] {
  return AXIS.map((share): Mark => {
    const anchor = share === 0 ? "start" : share === 100 ? "end" : "middle";
    const x = left + ((right - left) * share) / 100;
    return centredText(formatPercent(share), x, y, { size: SMALL, anchor, fill: theme.muted });
  });
}

/** What colours and signs stand for: every judgement that the figure holds. */
export function legendMarks({ legend, theme }: BiasLayout): readonly Mark[] {
  return legend.flatMap(({ judged, at: [x, y] }) => [
    ...biasMarks(judged, [x + 7, y], theme),
    centredText(JUDGED_AS[judged], x + LEGEND_TEXT, y, { size: LEGEND_SIZE, fill: theme.ink }),
  ]);
}
