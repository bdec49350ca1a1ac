import type { Scene } from "../../scene/scene";
import * as bias from "./biasCases";
import * as bubble from "./bubbleCases";
import * as forest from "./forestCases";
import * as funnel from "./funnelCases";
import * as funnelOption from "./funnelOptionCases";
import * as glyph from "./glyphCases";
import * as gosh from "./goshCases";
import * as iconArray from "./iconArrayCases";
import * as sensitivity from "./sensitivityCases";
import * as specification from "./specificationCases";
import * as theme from "./themeCases";
import * as timeCourse from "./timeCourseCases";

/** Every visual case by its name: kept as snapshots, and drawn live in the gallery. */
export const CASES: readonly (readonly [name: string, draw: () => Scene])[] = Object.entries({
  ...bias,
  ...bubble,
  ...forest,
  ...funnel,
  ...funnelOption,
  ...glyph,
  ...gosh,
  ...iconArray,
  ...sensitivity,
  ...specification,
  ...theme,
  ...timeCourse,
});
