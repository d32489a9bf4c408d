# Means of participants, compared in pairs.
from scipy import optimize, special


def shift(t, freedom, p):
    wide = 4 * np.sqrt(1 + t * t / 2 / freedom)
    return optimize.brentq(lambda x: np.nan_to_num(stats.nct.cdf(t, freedom, x), nan=float(x < t)) - p, t - wide, t + wide, xtol=1e-10)


def power(dz, n):
    freedom, critical, x = n - 1, stats.t.ppf(0.975, n - 1), abs(dz) * np.sqrt(n)
    if x > 30:
        return 1.0
    return float(stats.nct.sf(critical, freedom, x) + stats.nct.cdf(-critical, freedom, x))


def needed(dz):
    n = 2
    while power(dz, n) < 0.8 and n < 100000:
        n += 1 if n < 1000 else n // 1000
    return n


powers = []
tell("first", "second", "participants", "difference", "low", "high", "w", "p", "p_holm", "dz", "dz_low", "dz_high", "rank_biserial")
for scale in scales:
    cells = {}
    for row in ratings:
        if row["scale"] == scale:
            cells.setdefault((row["participant"], row["condition"]), []).append(number(row))
    mean = {key: float(np.mean(values)) for key, values in cells.items()}
    people = list(dict.fromkeys(who for who, _ in mean))
    found = []
    for i, first in enumerate(conditions):
        for second in conditions[i + 1 :]:
            both = [p for p in people if (p, first) in mean and (p, second) in mean]
            d = np.round([mean[p, first] - mean[p, second] for p in both], 9)
            if len(d) < 2 or not np.any(d):
                continue
            moved = d[d != 0]
            plain = len(moved) == len(d) == len(set(np.abs(d))) and len(d) <= 50
            test = stats.wilcoxon(moved, correction=True, method="exact" if plain else "asymptotic")
            ranks = stats.rankdata(np.abs(moved))
            plus, minus = ranks[moved > 0].sum(), ranks[moved < 0].sum()
            reach = stats.t.ppf(0.975, len(d) - 1) * d.std(ddof=1) / np.sqrt(len(d))
            effect = d.mean() / d.std(ddof=1) if d.std() > 0 else float("nan")
            t = effect * np.sqrt(len(d))
            ends = [shift(t, len(d) - 1, p) / np.sqrt(len(d)) for p in (0.975, 0.025)]
            m = len(d) - 1
            unbiased = effect * np.exp(special.gammaln(m / 2) - special.gammaln((m - 1) / 2)) / np.sqrt(m / 2)
            near = 0.0 if ends[0] <= 0 <= ends[1] else min(map(abs, ends))
            far = max(map(abs, ends))
            powers.append([first, second, power(unbiased, len(d)), power(near, len(d)), power(far, len(d)),
                           needed(unbiased), needed(far), needed(near) if near > 0 else ""])
            found.append([first, second, len(d), float(d.mean()), float(d.mean() - reach), float(d.mean() + reach),
                          float(min(plus, minus)), float(test.pvalue), None, float(effect), *map(float, ends),
                          float((plus - minus) / (plus + minus))])
    order = sorted(range(len(found)), key=lambda i: found[i][7])
    largest = 0.0
    for place, i in enumerate(order):
        largest = max(largest, min(1.0, found[i][7] * (len(found) - place)))
        found[i][8] = largest
    for row in found:
        tell(*row)
    complete = [p for p in people if all((p, c) in mean for c in conditions)]
    if len(conditions) > 2 and len(complete) > 1:
        table = np.round([[mean[p, c] for p in complete] for c in conditions], 9)
        friedman = stats.friedmanchisquare(*table)
        tell("test", "participants", "chi_squared", "p", "kendalls_w")
        tell("Friedman", len(complete), float(friedman.statistic), float(friedman.pvalue),
             float(friedman.statistic / (len(complete) * (len(conditions) - 1))))
tell("first", "second", "power", "power_low", "power_high", "needed", "needed_at_least", "needed_at_most")
for row in powers:
    tell(*row)
