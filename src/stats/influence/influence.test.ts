import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PoolingOptions } from "../../model/poolingModel";
import type { CountsData } from "../../model/study";
import type { RiskMeasure } from "../clinic/riskFrom";
import { type Fit, pool } from "../pool";
import influenceJson from "../reference/influence.json?raw";
import { expectClose } from "../reference/reference";
import { baujat } from "./baujat";
import { type CaseDiagnostics, caseDiagnostics } from "./caseDiagnostics";
import { cumulative } from "./cumulative";
import { labbe } from "./labbe";
import { leaveOneOut } from "./leaveOneOut";
import { radial } from "./radial";

type Columns<Name extends string> = Readonly<Record<Name, readonly number[]>>;
type FitColumns = Columns<"mu" | "se" | "statistic" | "pval" | "ciLb" | "ciUb" | "Q" | "Qp" | "tau2" | "I2" | "H2">;

interface ModelCase {
  readonly method: PoolingOptions["method"];
  readonly test: PoolingOptions["test"];
  readonly leaveOneOut: FitColumns;
  readonly cumulative: FitColumns;
  readonly diagnostics: Columns<Exclude<keyof CaseDiagnostics, "influential">> & {
    readonly influential: readonly boolean[];
  };
  readonly baujat: Columns<"heterogeneity" | "influence">;
  readonly radial: Columns<"x" | "z">;
}

interface Reference {
  readonly cases: readonly {
    readonly name: string;
    readonly yi: readonly number[];
    readonly vi: readonly number[];
    readonly order: readonly number[];
    readonly models: readonly ModelCase[];
  }[];
  readonly labbe: {
    readonly counts: readonly Omit<CountsData, "kind">[];
    readonly points: Readonly<Record<RiskMeasure, Columns<"x" | "y" | "yi">>>;
  };
}

const { cases, labbe: labbeCase }: Reference = JSON.parse(influenceJson);
const TOLERANCE = 1e-10; // relative; estimates and limits count their error in standard errors
const REML: PoolingOptions = { method: "REML", test: "knha", predint: "HK", level: 0.95 };

/** The list, or a failure where there is a reason in its place. */
function listed<T>(found: readonly T[] | { readonly reason: string }): readonly T[] {
  if ("reason" in found) throw new Error(found.reason);
  return found;
}

function expectFits(fits: readonly Fit[], want: FitColumns): void {
  expect(fits).toHaveLength(want.mu.length);
  fits.forEach((fit, i) => {
    const statistic = want.statistic[i]!;
    const Q = want.Q[i]!;
    expectClose(fit.mu, want.mu[i]!, TOLERANCE, fit.se);
    expectClose(fit.se, want.se[i]!, TOLERANCE);
    expectClose(fit.ciLb, want.ciLb[i]!, TOLERANCE, fit.se);
    expectClose(fit.ciUb, want.ciUb[i]!, TOLERANCE, fit.se);
    expectClose(fit.statistic, statistic, TOLERANCE, 1);
    expectClose(fit.pval, want.pval[i]!, TOLERANCE * (1 + statistic ** 2));
    expectClose(fit.tau2, want.tau2[i]!, TOLERANCE, 1e-3);
    if (fit.k === 1) {
      expect(fit.heterogeneity).toBeNull();
      return;
    }
    expectClose(fit.heterogeneity?.Q, Q, TOLERANCE, 1);
    expectClose(fit.heterogeneity?.pval, want.Qp[i]!, TOLERANCE * (1 + Q));
    expectClose(fit.heterogeneity?.I2, want.I2[i]!, TOLERANCE, 1);
    expectClose(fit.heterogeneity?.H2, want.H2[i]!, TOLERANCE);
  });
}

describe.each(cases.map((data) => [data.name, data] as const))("metafor: %s", (_, { yi, vi, order, models }) => {
  it.each(models.map((want) => [`${want.method} ${want.test}`, want] as const))("%s", (__, want) => {
    const model: PoolingOptions = { ...REML, method: want.method, test: want.test };
    expectFits(listed(leaveOneOut(yi, vi, model)), want.leaveOneOut);
    expectFits(cumulative(yi, vi, order, model), want.cumulative);
    listed(caseDiagnostics(yi, vi, model)).forEach((found, i) => {
      const { influential, ...numbers } = want.diagnostics;
      for (const [name, column] of Object.entries(numbers)) {
        expectClose(found[name as keyof typeof numbers], column[i]!, 1e-9, 1e-2);
      }
      expect(found.influential).toBe(influential[i]);
    });
    listed(baujat(yi, vi, model)).forEach((point, i) => {
      expectClose(point.heterogeneity, want.baujat.heterogeneity[i]!, 1e-9, 1e-2);
      expectClose(point.influence, want.baujat.influence[i]!, 1e-9, 1e-2);
    });
    radial(yi, vi, pool(yi, vi, model), 0.95).points.forEach((point, i) => {
      expectClose(point.x, want.radial.x[i]!, TOLERANCE);
      expectClose(point.z, want.radial.z[i]!, TOLERANCE);
    });
  });
});

describe("the reference", () => {
  it("holds every method and test, and studies of both kinds", () => {
    expect(cases).toHaveLength(6);
    for (const { models } of cases) expect(models).toHaveLength(8);
    const marks = cases.flatMap(({ models }) => models.flatMap((model) => model.diagnostics.influential));
    expect(new Set(marks)).toEqual(new Set([true, false]));
  });
});

describe("one study", () => {
  it("cannot be left out", () => {
    const reason = { reason: "needs-two-studies" };
    expect(leaveOneOut([1], [1], REML)).toEqual(reason);
    expect(caseDiagnostics([1], [1], REML)).toEqual(reason);
    expect(baujat([1], [1], REML)).toEqual(reason);
    expect(cumulative([1], [1], [0], REML)).toEqual([pool([1], [1], REML)]);
  });
});

describe("the fits of leave-one-out", () => {
  it("can be shared by the analyses that are made of them", () => {
    const { yi, vi } = cases[0]!;
    const deleted = leaveOneOut(yi, vi, REML);
    expect(caseDiagnostics(yi, vi, REML, deleted)).toEqual(caseDiagnostics(yi, vi, REML));
    expect(baujat(yi, vi, REML, deleted)).toEqual(baujat(yi, vi, REML));
    expect(caseDiagnostics(yi, vi, REML, { reason: "needs-two-studies" })).toEqual({ reason: "needs-two-studies" });
  });
});

describe("equal effects", () => {
  it("pull on nothing", () => {
    for (const found of listed(caseDiagnostics([0.1, 0.1, 0.1], [1, 2, 3], REML))) {
      expect(found).toMatchObject({
        rstudent: 0,
        dffits: 0,
        dfbetas: 0,
        cooksDistance: 0,
        tau2Deleted: 0,
        QDeleted: 0,
      });
    }
  });
});

describe("case diagnostics and Baujat's points", () => {
  const study = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -2, max: 1, noNaN: true }));
  const studies = fc.array(study, { minLength: 2, maxLength: 8 });
  const common: PoolingOptions = { ...REML, method: "DL", test: "z" };

  it("follow the studies when these are turned over, moved or measured in another unit", () => {
    fc.assert(
      fc.property(studies, fc.constantFrom(-1, 0.1, 20), (rows, unit) => {
        const yi = rows.map(([y]) => y);
        const vi = rows.map(([, exponent]) => 10 ** exponent);
        const y = yi.map((effect) => unit * (effect + 1)).toReversed();
        const v = vi.map((variance) => unit ** 2 * variance).toReversed();
        const changed = listed(caseDiagnostics(y, v, common)).toReversed();
        const points = listed(baujat(y, v, common)).toReversed();
        listed(caseDiagnostics(yi, vi, common)).forEach((found, i) => {
          expectClose(changed[i]!.rstudent, Math.sign(unit) * found.rstudent, 1e-8, 1);
          expectClose(changed[i]!.dffits, Math.sign(unit) * found.dffits, 1e-8, 1);
          expectClose(changed[i]!.cooksDistance, found.cooksDistance, 1e-8, 1);
          expectClose(changed[i]!.covRatio, found.covRatio, 1e-8);
          expectClose(changed[i]!.tau2Deleted / unit ** 2, found.tau2Deleted, 1e-8, 1e-2);
          expectClose(changed[i]!.hat, found.hat, 1e-8);
        });
        listed(baujat(yi, vi, common)).forEach((point, i) => {
          expectClose(points[i]!.heterogeneity, point.heterogeneity, 1e-8, 1);
          expectClose(points[i]!.influence, point.influence, 1e-8, 1);
        });
      }),
      { seed: 8 },
    );
  });

  it("share out Q and the weight under the common effect", () => {
    const { yi, vi } = cases[0]!;
    const model = { ...common, method: "EE" } as const;
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const parts = listed(baujat(yi, vi, model)).map((point) => point.heterogeneity);
    expectClose(sum(parts), pool(yi, vi, model).heterogeneity!.Q, 1e-12);
    expectClose(sum(listed(caseDiagnostics(yi, vi, model)).map((found) => found.hat)), 1, 1e-12);
  });
});

describe("cumulative", () => {
  it("ends on the fit of all studies, whatever the order", () => {
    const { yi, vi, order } = cases[0]!;
    const all = pool(yi, vi, REML);
    for (const joined of [order, order.toReversed()]) {
      expectClose(cumulative(yi, vi, joined, REML).at(-1)?.mu, all.mu, TOLERANCE);
    }
  });

  it("throws unless the order names every study once", () => {
    for (const order of [[0], [0, 0], [0, 2], [0, 0.5]]) {
      expect(() => cumulative([1, 2], [1, 1], order, REML)).toThrow(RangeError);
    }
  });
});

describe("radial", () => {
  it("has the pooled line and the width of its band", () => {
    const fit = pool([1, 2, 4], [1, 1, 1], REML);
    const { slope, slopeLb, slopeUb, band } = radial([1, 2, 4], [1, 1, 1], fit, 0.95);
    expect([slope, slopeLb, slopeUb]).toEqual([fit.mu, fit.ciLb, fit.ciUb]);
    expectClose(band, 1.959963984540054, 1e-14);
  });
});

describe("labbe", () => {
  const hasZeroCell = ({ ai, n1i, ci, n2i }: CountsData) => ai === 0 || ai === n1i || ci === 0 || ci === n2i;
  const counts = labbeCase.counts.map((cells): CountsData => ({ kind: "counts", ...cells }));

  it.each(["OR", "RR", "RD"] as const)("agrees with metafor by %s", (measure) => {
    const want = labbeCase.points[measure];
    const points = labbe(measure, counts);
    expect(points).toHaveLength(want.x.length);
    points.forEach(({ transformed }, i) => {
      const { x, y } = transformed!;
      expectClose(y - x, want.yi[i]!, 1e-13, 1);
      if (hasZeroCell(counts[i]!)) return; // metafor corrects the arm alone; influence.R says why we do not
      expectClose(x, want.x[i]!, 1e-14, 1);
      expectClose(y, want.y[i]!, 1e-14, 1);
    });
    expect(counts.filter(hasZeroCell)).toHaveLength(3);
  });

  it("keeps the place of a study that has no ratio", () => {
    const none: CountsData = { kind: "counts", ai: 0, n1i: 10, ci: 0, n2i: 12 };
    const all: CountsData = { kind: "counts", ai: 10, n1i: 10, ci: 12, n2i: 12 };
    expect(labbe("OR", [none, all])).toEqual([
      { x: 0, y: 0, transformed: null },
      { x: 1, y: 1, transformed: null },
    ]);
    expect(labbe("RD", [none])[0]?.transformed).toEqual({ x: 0.5 / 13, y: 0.5 / 11 });
  });

  it("throws for counts that are none", () => {
    expect(() => labbe("RR", [{ kind: "counts", ai: 11, n1i: 10, ci: 0, n2i: 12 }])).toThrow(RangeError);
  });
});
