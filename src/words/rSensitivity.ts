import type { Analysis, Pooled } from "../model/analysis";
import type { Cumulative, Influence } from "../model/sensitivity";
import type { RCell } from "./rCell";
import { check, type RPart } from "./rChecks";
import { fitCall } from "./rFit";
import { inverseVariance } from "./rInverse";

/** Lines of R that leave each study out, add one after the other, and diagnose each one's influence. */
export function rSensitivity(
  {
    influence,
    cumulative,
  }: { readonly influence?: Influence | undefined; readonly cumulative?: Cumulative | undefined },
  analysis: Analysis,
  cell: RCell,
): RPart {
  const k = cell.studies.length;
  // Tables without events, left alone, give no result.
  const isWhole = influence?.studies.every(({ without }) => without !== null) ?? false;
  const parts = [
    ...(influence && isWhole ? [leftOut(influence, analysis, cell), diagnostics(influence, analysis, cell)] : []),
    ...(cumulative && cumulative.steps.length === k ? [joining(cumulative, analysis, cell)] : []),
  ];
  return { lines: parts.flatMap(({ lines }) => lines), checks: parts.flatMap(({ checks }) => checks) };
}

/** The results of a list of fits, against the page's. */
function resultChecks(what: string, list: string, results: readonly Pooled[]): RPart["checks"] {
  const all = (part: string) => `sapply(${list}, function(f) f$${part}[1])`;
  return [
    ...check(`${what}: effects`, all("beta"), ...results.map(({ mu }) => mu)),
    ...check(`${what}: lower limits`, all("ci.lb"), ...results.map(({ ciLb }) => ciLb)),
    ...check(`${what}: upper limits`, all("ci.ub"), ...results.map(({ ciUb }) => ciUb)),
    ...check(`${what}: tau2`, all("tau2"), ...results.map(({ tau2 }) => tau2)),
  ];
}

function leftOut({ studies }: Influence, { model }: Analysis, { data, fit }: RCell): RPart {
  return {
    lines: [
      `# Without each study in turn: leave1out(${fit})`,
      `without <- lapply(seq_len(nrow(${data})), function(i) ${fitCall(model, `${data}[-i, ]`)})`,
    ],
    checks: resultChecks(
      "without each study",
      "without",
      studies.flatMap(({ without }) => without ?? []),
    ),
  };
}

/** Diagnostics and the plots of influence, which are those of inverse variance whatever the page pools by. */
function diagnostics({ studies }: Influence, { model }: Analysis, { data, fit: shown }: RCell): RPart {
  const inverse = inverseVariance(model);
  if (!inverse) return { lines: [], checks: [] };
  const isShown = model.weighting === "IV";
  const [fit, list] = isShown ? [shown, "without"] : ["whole", "deleted"];
  const refits = isShown
    ? []
    : [
        ...inverse.lines,
        `${fit} <- ${inverse.call(data)}`,
        `${list} <- lapply(seq_len(nrow(${data})), function(i) ${inverse.call(`${data}[-i, ]`)})`,
      ];
  const pulls = studies.map(({ baujat }) => baujat);
  const plots: RPart = {
    lines: [
      ...refits,
      `pull <- sapply(${list}, function(f) (${fit}$beta[1] - f$beta[1])^2 / f$se[1]^2) # baujat(${fit})`,
      `part <- with(${data}, (yi - ${fit}$beta[1])^2 / (vi + ${fit}$tau2))`,
      `galbraith <- 1 / sqrt(${data}$vi + ${shown}$tau2) # radial(${shown})`,
    ],
    checks: [
      ...check("Baujat plot: influence", "pull", ...pulls.map((pull) => pull?.influence)),
      ...check("Baujat plot: part of Q", "part", ...pulls.map((pull) => pull?.heterogeneity)),
      ...check("radial plot", "galbraith", ...studies.map(({ radial }) => radial.x)),
    ],
  };
  // metafor has no fit that is the wider of two.
  if (model.test === "wider") return plots;
  const found = (part: DiagnosticName) => studies.map((study) => study.diagnostics?.[part]);
  return {
    lines: [...plots.lines, `inf <- influence(${fit})`, "inf"],
    checks: [
      ...plots.checks,
      ...DIAGNOSTICS.flatMap(([ours, theirs]) => check(`influence: ${theirs}`, `inf$inf$${theirs}`, ...found(ours))),
    ],
  };
}

type DiagnosticName = (typeof DIAGNOSTICS)[number][0];

const DIAGNOSTICS = [
  ["rstudent", "rstudent"],
  ["dffits", "dffits"],
  ["cooksDistance", "cook.d"],
  ["covRatio", "cov.r"],
  ["tau2Deleted", "tau2.del"],
  ["QDeleted", "QE.del"],
  ["hat", "hat"],
] as const;

function joining({ steps }: Cumulative, { model }: Analysis, { data, studies }: RCell): RPart {
  const placeOf = new Map(studies.map(({ row }, i) => [row.id, i + 1]));
  const order = steps.map(({ rowId }) => placeOf.get(rowId)).join(", ");
  return {
    lines: [
      "# As one study joins after the other: cumul()",
      `joined <- ${data}[c(${order}), ]`,
      `cumulative <- lapply(seq_len(nrow(joined)), function(i) ${fitCall(model, "joined[1:i, ]")})`,
    ],
    checks: resultChecks(
      "cumulative",
      "cumulative",
      steps.map(({ pooled }) => pooled),
    ),
  };
}
