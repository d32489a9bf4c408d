# The exact interval is that of Clopper and Pearson; d' that of independent comparisons, which only ABX has.
from scipy import optimize


def d_prime(share):
    if share <= 0.5 or share >= 1:
        return 0.0 if share <= 0.5 else float("inf")
    cdf = stats.norm.cdf

    def correct(d):
        return cdf(d / np.sqrt(2)) * cdf(d / 2) + cdf(-d / np.sqrt(2)) * cdf(-d / 2)
    return float(optimize.brentq(lambda d: correct(d) - share, 0, 60, xtol=1e-12))


tell("first", "second", "participants", "trials", "correct", "cannot_tell", "share", "low", "high", "exact_low", "exact_high", "p", "d_prime")
for i, first in enumerate(conditions):
    for second in conditions[i + 1 :]:
        asked = [row for row in ratings if row["scale"] == "choice" and {row["condition_a"], row["condition_b"]} == {first, second}]
        rows = [row for row in asked if row["condition"] != ""]
        if rows:
            right = sum(row["correct"] == "TRUE" for row in rows)
            ends = interval(rows, lambda row: float(row["correct"] == "TRUE"), 0, 1)
            test = stats.binomtest(right, len(rows), 0.5, "greater")
            exact = stats.binomtest(right, len(rows)).proportion_ci(0.95, "exact")
            tell(first, second, len({row["participant"] for row in rows}), len(rows), right, len(asked) - len(rows),
                 right / len(rows), *ends, float(exact.low), float(exact.high), float(test.pvalue), d_prime(right / len(rows)))
