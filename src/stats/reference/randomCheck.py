"""Recomputes every number of random.jsonl at 50 digits, from the papers' formulas, and prints the largest relative
errors, metafor's numbers and the formula's apart. Run it in this folder: python3 randomCheck.py (needs mpmath)."""

import json
from collections import defaultdict

from mpmath import betainc, findroot, fsum, gammainc, log, mp, mpf, ncdf, sqrt

mp.dps = 50
METHODS = ["EE", "DL", "HE", "HS", "SJ", "ML", "REML", "EB", "PM"]


class Sums:
    """Sums over the studies weighted by 1 / (vi + tau2)."""

    def __init__(self, yi, vi, tau2):
        w = [1 / (v + tau2) for v in vi]
        self.w, self.W, self.W2 = w, fsum(w), fsum(a * a for a in w)
        self.mu = fsum(a * y for a, y in zip(w, yi)) / self.W
        self.Q = fsum(a * (y - self.mu) ** 2 for a, y in zip(w, yi))
        self.Q2 = fsum((a * (y - self.mu)) ** 2 for a, y in zip(w, yi))


def beyond_one(s):
    return s.W - s.W2 / s.W


def chi2_upper(x, df):
    return gammainc(mpf(df) / 2, x / 2, mp.inf, regularized=True)


def t_upper(x, df):
    """P(T > x) for x > 0; the normal where df is None."""
    return ncdf(-x) if df is None else betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + x * x), regularized=True) / 2


def root(f, near):
    """The root at the number that is to be checked."""
    if near == 0:
        return mpf(0)
    return findroot(f, (mpf(near), mpf(near) * (1 + mpf(10) ** -9)), solver="secant", tol=1e-60)


def true_tau2(yi, vi, method, near):
    k = len(yi)
    common = Sums(yi, vi, 0)
    squares = fsum((y - fsum(yi) / k) ** 2 for y in yi)
    score = {
        "ML": lambda t: (lambda s: s.Q2 - s.W)(Sums(yi, vi, t)),
        "REML": lambda t: (lambda s: s.Q2 - beyond_one(s))(Sums(yi, vi, t)),
    }
    if method in score:
        assert near > 0 or score[method](0) <= 0
        return root(score[method], near)
    if method in ("EB", "PM"):
        assert near > 0 or common.Q <= k - 1
        return root(lambda t: Sums(yi, vi, t).Q - (k - 1), near)
    return {
        "EE": mpf(0),
        "DL": max(mpf(0), (common.Q - (k - 1)) / beyond_one(common)),
        "HE": max(mpf(0), squares / (k - 1) - fsum(vi) / k),
        "HS": max(mpf(0), (common.Q - k) / common.W),
        "SJ": squares / k * Sums(yi, vi, squares / k).Q / (k - 1) if squares > 0 else mpf(0),
    }[method]


def critical(level, df, cache={}):
    key = (level, df)
    if key not in cache:
        tail = (1 - mpf(level)) / 2
        # Bisection: the tail falls from 1/2 at 0.
        low, high = mpf(0), mpf(10) ** 6
        for _ in range(190):
            middle = (low + high) / 2
            low, high = (middle, high) if t_upper(middle, df) > tail else (low, middle)
        cache[key] = low
    return cache[key]


def numbers_of(case):
    """Pairs of a name and the number at 50 digits, in the shape of the case; the fits are taken at the true tau2."""
    yi, vi = [mpf(y) for y in case["yi"]], [mpf(v) for v in case["vi"]]
    k, level = len(yi), mpf(str(case["level"]))
    df = k - 1
    common = Sums(yi, vi, 0)
    typical = df / beyond_one(common)
    equal = len(set(case["yi"])) == 1
    tau2 = [true_tau2(yi, vi, method, case["fits"]["tau2"][m]) for m, method in enumerate(METHODS)]
    if equal:
        tau2 = [mpf(0)] * len(METHODS)
    at = [Sums(yi, vi, t) for t in tau2]
    Q = mpf(0) if equal else common.Q
    yield "Q", case["Q"], Q
    yield "QEp", case["QEp"], chi2_upper(Q, df)
    for m, method in enumerate(METHODS):
        fits = case["fits"]
        yield f"{method} tau2", fits["tau2"][m], tau2[m]
        yield f"{method} mu", fits["mu"][m], at[m].mu
        yield f"{method} se", fits["se"][m], 1 / sqrt(at[m].W)
        EE = method == "EE"
        I2 = (max(mpf(0), 100 * (Q - df) / Q) if Q else mpf(0)) if EE else 100 * tau2[m] / (tau2[m] + typical)
        yield f"{method} I2", fits["I2"][m], I2
        yield f"{method} H2", fits["H2"][m], Q / df if EE else tau2[m] / typical + 1
    for full in case["full"]:
        method = full["method"]
        s, t2 = at[METHODS.index(method)], tau2[METHODS.index(method)]
        q = mpf(0) if equal else s.Q / df
        wald, knha, adhoc = 1 / sqrt(s.W), sqrt((q or 1) / s.W), sqrt(max(1, q) / s.W)
        ends = {"z": (wald, None), "t": (wald, df), "knha": (knha, df if q else None), "adhoc": (adhoc, df)}
        for test, (se, d) in ends.items():
            got, reach = full["tests"][test], critical(level, d) * se
            yield f"{method} tests {test} se", got["se"], se
            yield f"{method} tests {test} ciLb", got["ciLb"], s.mu - reach
            yield f"{method} tests {test} ciUb", got["ciUb"], s.mu + reach
            yield f"{method} tests {test} statistic", got["statistic"], s.mu / se
            yield f"{method} tests {test} pval", got["pval"], 2 * t_upper(abs(s.mu / se), d)
        scales = {"z": (wald, None), "V": (wald, df), "HTS": (wald, df - 1), "HK": (knha, df), "HK-PR": (knha, df - 1)}
        for predint, (se, d) in scales.items():
            got = full["predint"][predint]
            if got is None:
                assert method == "EE" or d == 0
                continue
            reach = critical(level, d) * sqrt(t2 + se**2)
            yield f"{method} predint {predint} piLb", got["piLb"], s.mu - reach
            yield f"{method} predint {predint} piUb", got["piUb"], s.mu + reach
    tails = [(1 - level) / 2, (1 + level) / 2]
    for end, tail in enumerate(tails):
        profile = case["profile"]
        near = profile["tau2"][end]
        limit = root(lambda t: chi2_upper(Sums(yi, vi, t).Q, df) - tail, near)
        assert near > 0 or chi2_upper(Q, df) >= tail
        yield f"profile tau2 {end + 1}", near, limit
        yield f"profile tau {end + 1}", profile["tau"][end], sqrt(limit)
        yield f"profile I2 {end + 1}", profile["I2"][end], 100 * limit / (limit + typical)
        yield f"profile H2 {end + 1}", profile["H2"][end], limit / typical + 1


worst = defaultdict(lambda: (mpf(0), ""))
count = 0
with open("random.jsonl") as lines:
    for line in lines:
        case = json.loads(line)
        for name, got, want in numbers_of(case):
            count += 1
            error = abs(mpf(got) - want) / max(abs(want), mpf("1e-300"))  # doubles end at 1e-308
            source = "formula" if name in case["lost"] else "metafor"
            key = (source, name.split()[-1] if not name.startswith("profile") else "profile")
            worst[key] = max(worst[key], (error, f"{case['name']}: {name}"), key=lambda pair: pair[0])
print(count, "numbers")
for (source, name), (error, place) in sorted(worst.items()):
    print(source.ljust(8), name.ljust(10), mp.nstr(error, 3).ljust(10), place)
