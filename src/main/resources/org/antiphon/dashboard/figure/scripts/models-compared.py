# Of each clip that both translated the mean over seeds, one model's less the other's.
from scipy import optimize


def shift(t, freedom, p):
    wide = 4 * np.sqrt(1 + t * t / 2 / freedom)
    return optimize.brentq(lambda x: np.nan_to_num(stats.nct.cdf(t, freedom, x), nan=float(x < t)) - p, t - wide, t + wide, xtol=1e-10)


def mean(rows, clip, model):
    return np.mean([number(row) for row in rows if row["clip"] == clip and row["model"] == model])


found = []
for metric in in_order(numbers, "metric"):
    rows = [row for row in numbers if row["metric"] == metric and row["model"] in models]
    clips = [clip for clip in in_order(rows, "clip") if {row["model"] for row in rows if row["clip"] == clip} == set(models)]
    d = np.round([mean(rows, clip, models[0]) - mean(rows, clip, models[1]) for clip in clips], 9)
    if len(d) > 1 and np.any(d):
        n, moved = len(d), d[d != 0]
        plain = len(moved) == n == len(set(np.abs(d))) and n <= 50
        test = stats.wilcoxon(moved, correction=True, method="exact" if plain else "asymptotic")
        reach = stats.t.ppf(0.975, n - 1) * d.std(ddof=1) / np.sqrt(n)
        effect = d.mean() / d.std(ddof=1)
        ends = [shift(effect * np.sqrt(n), n - 1, p) / np.sqrt(n) for p in (0.975, 0.025)]
        found.append([rows[0]["label"], n, *map(float, (d.mean(), d.mean() - reach, d.mean() + reach, test.pvalue)), None,
                      *map(float, (effect, *ends))])
largest = 0.0
for place, row in enumerate(sorted(found, key=lambda row: row[5])):
    row[6] = largest = max(largest, min(1.0, row[5] * (len(found) - place)))
tell("metric", "clips", "difference", "low", "high", "p", "p_holm", "dz", "dz_low", "dz_high")
for row in found:
    tell(*row)
