import type { Analysis, Pooled } from "../model/analysis";
import { groupsPooled, sharesTau2 } from "./pythonData";
import { check, numberText, type RCheck } from "./rChecks";
import { quoted, wrapped } from "./rData";

/** What `pool` returns under a name of Python, against the page's result. */
export function resultChecks(name: string, result: Pooled, what: string): readonly RCheck[] {
  const { mu, ciLb, ciUb, se, statistic, pval, tau2, heterogeneity, predint } = result;
  const of = (...keys: readonly string[]) => `[${keys.map((key) => `${name}['${key}']`).join(", ")}]`;
  return [
    ...check(`${what}: effect and its interval`, of("mu", "lb", "ub"), mu, ciLb, ciUb),
    ...check(`${what}: standard error`, of("se"), se),
    ...check(`${what}: test`, of("stat", "pval"), statistic, pval),
    ...check(`${what}: tau2`, of("tau2"), tau2),
    ...check(`${what}: Q and its p-value`, of("Q", "Qp"), heterogeneity?.Q, heterogeneity?.pval),
    ...check(`${what}: I2`, of("I2"), heterogeneity?.I2),
    ...check(`${what}: prediction interval`, of("pi_lb", "pi_ub"), predint?.piLb, predint?.piUb),
  ];
}

/** The groups and the test between them. */
export function groupChecks(analysis: Analysis): readonly RCheck[] {
  const { difference } = analysis;
  const groups = groupsPooled(analysis);
  const ofGroups = sharesTau2(analysis)
    ? listChecks(
        "groups",
        groups.map(({ pooled }) => pooled),
        "groups",
      )
    : groups.flatMap(({ name, pooled }, i) => resultChecks(`groups[${i}]`, pooled, name));
  return [...ofGroups, ...check("difference between groups", "between", difference?.statistic, difference?.pval)];
}

/** Many results in a list of Python, against the page's: effects, limits and tau2 each together. */
export function listChecks(name: string, results: readonly Pooled[], what: string): readonly RCheck[] {
  const all = (key: string) => `[one['${key}'] for one in ${name}]`;
  return [
    ...check(`${what}: effects`, all("mu"), ...results.map(({ mu }) => mu)),
    ...check(`${what}: lower limits`, all("lb"), ...results.map(({ ciLb }) => ciLb)),
    ...check(`${what}: upper limits`, all("ub"), ...results.map(({ ciUb }) => ciUb)),
    ...check(`${what}: tau2`, all("tau2"), ...results.map(({ tau2 }) => tau2)),
  ];
}

/** Lines of Python that compare what it found with the page's numbers, and stop at the first that differs. */
export function checkLines(checks: readonly RCheck[]): readonly string[] {
  return [
    "",
    "",
    "# What Understory showed: Python stops at the first number that differs by more than 1e-8 of their mean size",
    "def agree(what, found, shown):",
    "    found, shown = np.asarray(found, dtype=float), np.asarray(shown, dtype=float)",
    "    if found.shape != shown.shape:",
    "        raise SystemExit(f'{what}: {found.size} numbers')",
    "    size = np.mean(np.abs(shown))",
    "    off = np.abs(found - shown) / (size if size > 1e-8 else 1.0)",
    "    for i in np.flatnonzero(~(off <= 1e-8)):",
    "        raise SystemExit(f'{what}: number {i + 1} differs by {off[i]:.1e} of its size')",
    "",
    "",
    ...checks.map(({ what, found, shown }) =>
      wrapped(`agree(${quoted(what)}, ${found}, [`, shown.map(numberText), "])"),
    ),
    `print("${checks.length} checks passed: Python and Understory agree")`,
  ];
}
