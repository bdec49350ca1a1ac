import { THEMES, type ThemeName } from "../../scene/journalThemes";
import type { Scene } from "../../scene/scene";
import { forestScene } from "../forest";
import { funnelScene } from "../funnel";
import { caseInput } from "./caseInput";
import { BIAS_COLUMNS, COMPARED } from "./caseStudies";

const ONE_OUT = COMPARED.map((study) => ({ ...study, excluded: study.slab === "Simulated trial 16" }));
const INPUT = caseInput(ONE_OUT, { measure: "SMD", compareBy: "comparator", columns: BIAS_COLUMNS });

const forest = (theme: ThemeName, width = 960): Scene =>
  forestScene(INPUT, { width, theme: THEMES[theme].theme, includeColumn: 0 });
const funnel = (theme: ThemeName): Scene => funnelScene(INPUT, { width: 760, theme: THEMES[theme].theme });

export const forestCochrane = () => forest("cochrane");
export const forestJama = () => forest("jama");
export const forestBmj = () => forest("bmj");
export const forestBmjNarrow = () => forest("bmj", 328);
export const forestLancet = () => forest("lancet");
export const forestMono = () => forest("mono");
export const funnelMono = () => funnel("mono");
export const funnelBmj = () => funnel("bmj");
