import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import { funnelScene } from "../funnel";
import type { FunnelOptions } from "../funnelLayout";
import { type CaseQuestion, type CaseStudy, caseInput } from "./caseInput";
import { counts, manyCounts, manyMeans } from "./caseStudies";

const OPTIONS: FunnelOptions = { width: 760, theme: LIGHT };
const ABSTINENCE: CaseQuestion = { measure: "RR", outcome: { name: "Abstinence", better: "higher" } };

function draw(studies: readonly CaseStudy[], question: CaseQuestion, options: Partial<FunnelOptions> = {}): Scene {
  return funnelScene(caseInput(studies, question), { ...OPTIONS, ...options });
}

const GROUPS = ["Recommended therapy", "Conventional needle-knife", "Sham"];

const GROUPED = manyMeans(23).map((study, i) => ({
  ...study,
  group: GROUPS[i % GROUPS.length]!,
  excluded: i === 4,
}));

export const funnelNone = () => draw([], { measure: "SMD" });
export const funnelOne = () => draw(manyMeans(1), { measure: "SMD" });
export const funnelTwo = () => draw(manyMeans(2), { measure: "SMD" });
export const funnel23 = () => draw(manyMeans(23), { measure: "SMD" });
export const funnel136 = () => draw(manyCounts(136), ABSTINENCE);
export const funnelGroups = () => draw(GROUPED, { measure: "SMD", compareBy: "comparator" });
export const funnelGroupsDark = () => draw(GROUPED, { measure: "SMD", compareBy: "comparator" }, { theme: DARK });
export const funnelNarrow = () => draw(GROUPED, { measure: "SMD", compareBy: "comparator" }, { width: 328 });
export const funnelTimepoints = () => draw(GROUPED, { measure: "SMD", compareBy: "timepoint" });

export const funnelZeroCells = () =>
  draw([...manyCounts(4), { slab: "Zero in both arms", data: counts(0, 31, 0, 30) }], ABSTINENCE);
