import type { ColumnInfo } from "../../model/descriptor";
import { DEFAULT_LOOK, type Look } from "../../model/look";
import type { Scene } from "../../scene/scene";
import { DARK, LIGHT } from "../../scene/themes";
import { forestScene } from "../forest";
import type { ForestOptions } from "../forestInput";
import { forestLayout } from "../forestLayout";
import { overviewStrip } from "../overviewStrip";
import { type CaseQuestion, type CaseStudy, caseInput } from "./caseInput";
import { BIAS_COLUMNS, COMPARED, counts, manyCounts, manyMeans, means } from "./caseStudies";

const OPTIONS: ForestOptions = { width: 960, theme: LIGHT, includeColumn: 0 };

function draw(studies: readonly CaseStudy[], question: CaseQuestion, options: Partial<ForestOptions> = {}): Scene {
  return forestScene(caseInput(studies, question), { ...OPTIONS, ...options });
}

const ONE_OUT = COMPARED.map((study) => ({ ...study, excluded: study.slab === "Simulated trial 16" }));
const BY_COMPARATOR: CaseQuestion = { measure: "SMD", compareBy: "comparator", columns: BIAS_COLUMNS };
const WITH_GHOST: CaseQuestion = { ...BY_COMPARATOR, ghost: { mu: -1.7, ciLb: -2.35, ciUb: -1.05 } };

const ADVERSE: CaseQuestion = {
  measure: "RR",
  outcome: { name: "Adverse events", noun: "the risk of adverse events" },
};

const NESTED_GROUPS = COMPARED.map((study, i) => ({
  ...study,
  group: `${study.group} · ${i % 3 ? "Lumbar" : "Cervical"}`,
})).toSorted((a, b) => b.group.localeCompare(a.group));

export const forestNone = () => draw([], { measure: "SMD" });
export const forestNested = () => draw(NESTED_GROUPS, BY_COMPARATOR);
export const forestNestedNarrow = () => draw(NESTED_GROUPS, BY_COMPARATOR, { width: 360 });
export const forestOne = () => draw(manyMeans(1), { measure: "SMD" });
export const forestTwo = () =>
  draw(manyMeans(2), { measure: "SMD", model: { method: "REML", test: "knha", predint: "HK" } });
export const forest23 = () => draw(manyMeans(23), { measure: "SMD" });
export const forest136 = () => draw(manyCounts(136), { ...ADVERSE, outcome: { name: "Abstinence", better: "higher" } });
export const forestSubgroups = () => draw(ONE_OUT, WITH_GHOST);
export const forestSubgroupsDark = () => draw(ONE_OUT, WITH_GHOST, { theme: DARK });
export const forestSubgroupsPage = () => draw(ONE_OUT, WITH_GHOST, { includeColumn: 28 });
export const forestSubgroups700 = () => draw(ONE_OUT, WITH_GHOST, { width: 700 });
export const forestSubgroups620 = () => draw(ONE_OUT, WITH_GHOST, { width: 620 });
export const forestSubgroups1180 = () => draw(ONE_OUT, WITH_GHOST, { width: 1600 });
export const forestNarrow = () => draw(ONE_OUT, WITH_GHOST, { width: 328, includeColumn: 28 });

export const forestGroupOfOne = () =>
  draw([...COMPARED.slice(0, 4), { ...COMPARED[5]!, group: "" }], { ...BY_COMPARATOR, model: { method: "EE" } });

export const forestClipped = () =>
  draw(
    [
      ...manyMeans(6),
      { slab: "Tiny trial", year: 2015, data: means(3, 4, 3, 4, 1, 3) },
      { slab: "Far away trial", year: 2016, data: means(1, 0.4, 20, 5, 0.4, 20) },
      { slab: "Far away trial the other way", year: 2016, data: means(5, 0.4, 20, 1, 0.4, 20) },
    ],
    { measure: "SMD" },
  );

export const forestZeroCells = () =>
  draw(
    [
      { slab: "Ordinary", year: 2019, data: counts(3, 50, 9, 52) },
      { slab: "Zero in one arm", year: 2020, data: counts(0, 40, 6, 40) },
      { slab: "Zero in both arms", year: 2020, data: counts(0, 31, 0, 30) },
      { slab: "Everyone", year: 2021, data: counts(12, 12, 14, 14) },
      { slab: "Larger", year: 2022, data: counts(8, 210, 22, 205) },
    ],
    ADVERSE,
  );

export const forestRatio = () => draw(manyCounts(9, 3), ADVERSE);

export const forestLongNames = () =>
  draw(
    [
      {
        slab: "The International Collaborative Group for the Study of Needle-Knife Therapy in Degenerative Spines",
        year: 2018,
        data: means(3.1, 1.2, 1049, 4.9, 1.4, 1049),
        group: "Comprehensive multimodal rehabilitation with manual therapy and education for twelve weeks",
      },
      {
        slab: "超声引导针刀松解术治疗颈椎病的随机对照试验",
        year: 2019,
        data: means(2.8, 1.3, 29, 4.4, 1.2, 29),
        group: "推荐疗法",
      },
      { slab: "Ångström & Œuvré–Żółć", year: 2020, data: means(2.2, 1, 50, 2.5, 1.1, 50), group: "推荐疗法" },
      {
        slab: "<script>alert(1)</script> & =1+1",
        year: 2021,
        data: means(12.2, 1, 50, 13.5, 1.1, 50),
        group: "推荐疗法",
      },
    ],
    {
      measure: "SMD",
      compareBy: "comparator",
      arms: {
        intervention: "Ultrasound-guided needle-knife release",
        control: "any recommended conservative treatment",
      },
    },
  );

export const forestGiven = () =>
  draw(
    [
      { slab: "Alegret (2001)", data: { kind: "given", yi: -33.4, vi: 14.3, n1i: null, n2i: null } },
      { slab: "Barichella (2003)", data: { kind: "given", yi: -20, vi: 7.3, n1i: null, n2i: null } },
      { slab: "Berney (2002)", data: { kind: "given", yi: -21.1, vi: 7.3, n1i: null, n2i: null } },
      { slab: "Burchiel (1999)", data: { kind: "given", yi: -20, vi: 8, n1i: null, n2i: null } },
    ],
    {
      measure: "GEN",
      arms: { intervention: "stimulation", control: "before" },
      outcome: { name: "Motor score", given: { name: "mean change", short: "Change", scale: "identity" } },
    },
  );

export const forestTimepoints = () =>
  draw(
    COMPARED.map((study, i) => ({ ...study, group: i < 4 ? "1 week" : i < 8 ? "1 month" : "3 months" })),
    { measure: "MD", compareBy: "timepoint", outcome: { mid: { value: 1, measure: "MD", source: "an example" } } },
  );

export const forestTurned = () =>
  draw([...manyMeans(3), { slab: "JOA trial", year: 2020, data: means(14.1, 2.1, 30, 11.2, 2.4, 30), flipped: true }], {
    measure: "SMD",
  });

const FURTHER: readonly ColumnInfo[] = [
  ...BIAS_COLUMNS,
  { name: "country", title: "country", type: "category", riskOfBias: null },
  { name: "sessions", title: "sessions per week", type: "number", riskOfBias: null },
  { name: "registered", title: "registered", type: "number", riskOfBias: null },
];
const COUNTRIES = ["China", "Republic of Korea", "South Africa and its neighbouring countries", ""];
const DESCRIBED = ONE_OUT.map((study, i) => ({
  ...study,
  columns: { ...study.columns, country: COUNTRIES[i % 4]!, sessions: [1, 2.5, null][i % 3]!, registered: 2012 + i },
}));

function drawLook(look: Partial<Look>, question: CaseQuestion = WITH_GHOST, width = 1100): Scene {
  return draw(DESCRIBED, { ...question, columns: FURTHER }, { width, look: { ...DEFAULT_LOOK, ...look } });
}

const CHOSEN = ["country", "registered", "sessions", "n1", "n2", "rob_5", "rob_0", "weight"];
export const forestChosenColumns = () => drawLook({ columns: CHOSEN });
export const forestChosenColumns640 = () => drawLook({ columns: CHOSEN }, WITH_GHOST, 640);
export const forestNoColumns = () => drawLook({ columns: [] });
export const forestSorted = () =>
  drawLook({ sort: { by: "effect", descending: true }, columns: ["year", "comparator"] });
export const forestCollapsed = () => drawLook({ collapsed: ["Recommended therapy"] });
export const forestCompact = () => drawLook({ density: "compact", pooledLine: false });
export const forestRange = () => drawLook({ range: [-3, -1] });
export const forestRangeNarrow = () => drawLook({ range: [-1, 1] }, WITH_GHOST, 328);
export const forestOwnFavours = () => drawLook({ favours: ["Better with the knife", ""] });
export const forestBands = () =>
  drawLook(
    { tauBands: true },
    { ...WITH_GHOST, outcome: { mid: { value: 0.5, measure: "SMD", source: "an example" } } },
  );

export const forestOverview = () =>
  overviewStrip(forestLayout(caseInput(manyMeans(5000), { measure: "SMD" }), OPTIONS), { width: 40, height: 480 });
