# Krippendorff's alpha over clips, for steps by ranks, for sliders by distances; its interval adds what leaving out clips and
# leaving out raters changes, in turn (of more than fifty, fifty parts). ICCs with the intervals of McGraw and Wong (1996).
def alpha(table, kind):
    units = [row[~np.isnan(row)] for row in table]
    units = [unit for unit in units if len(unit) > 1]
    pooled = np.concatenate(units) if units else np.array([0.0])
    if kind == "ordinal":
        ranks = dict(zip(pooled, stats.rankdata(pooled)))
        units = [np.array([ranks[value] for value in unit]) for unit in units]
        pooled = np.array([ranks[value] for value in pooled])
    observed = sum(len(u) * u.var() * len(u) / (len(u) - 1) for u in units)
    expected = ((pooled - pooled.mean()) ** 2).sum()
    return float(1 - observed * (len(pooled) - 1) / (len(pooled) * expected)) if expected > 0 else float("nan")


def without(table, kind, axis):
    parts = min(50, table.shape[axis])
    place = np.arange(table.shape[axis]) % parts
    values = np.array([alpha(table[place != out] if axis == 0 else table[:, place != out], kind) for out in range(parts)])
    return parts, ((values - values.mean()) ** 2).sum() * (parts - 1) / parts


def alpha_interval(table, kind, value):
    if min(table.shape) < 3:
        return float("nan"), float("nan")
    (parts, clips), (crowds, raters) = without(table, kind, 0), without(table, kind, 1)
    if clips + raters == 0:
        return value, value
    freedom = (clips + raters) ** 2 / (clips**2 / (parts - 1) + raters**2 / (crowds - 1))
    reach = float(stats.t.ppf(0.975, freedom) * np.sqrt(clips + raters))
    return value - reach, min(1.0, value + reach)


def icc(scale, x):
    n, k = x.shape
    clip = k * ((x.mean(1) - x.mean()) ** 2).sum() / (n - 1)
    rater = n * ((x.mean(0) - x.mean()) ** 2).sum() / (k - 1)
    error = ((x - x.mean(1)[:, None] - x.mean(0)[None, :] + x.mean()) ** 2).sum() / (n - 1) / (k - 1)
    if not error > 1e-20:
        return
    one = (clip - error) / (clip + (k - 1) * error + k * (rater - error) / n)
    a, b = k * one * rater / error, n * (1 + (k - 1) * one) - k * one
    freedom = (n - 1) * (k - 1) * (a + b) ** 2 / ((n - 1) * a**2 + b**2)
    up, down = stats.f.isf(0.025, n - 1, freedom), stats.f.isf(0.025, freedom, n - 1)
    rest = k * rater + (k * n - k - n) * error
    ends = [n * (clip - up * error) / (up * rest + n * clip), n * (down * clip - error) / (rest + n * down * clip)]
    tell(scale, "ICC(2,1)", n, k, float(one), *map(float, ends))
    tell(scale, "ICC(2,k)", n, k, float((clip - error) / (clip + (rater - error) / n)), *[float(k * r / (1 + (k - 1) * r)) for r in ends])
    tell(scale, "ICC(3,k)", n, k, float((clip - error) / clip),
         float(1 - error / clip * stats.f.isf(0.025, n - 1, (n - 1) * (k - 1))),
         float(1 - error / clip / stats.f.isf(0.025, (n - 1) * (k - 1), n - 1)))


tell("scale", "coefficient", "clips", "raters", "value", "low", "high")
for scale, kind in zip(scales, kinds):
    rated = [row for row in ratings if row["scale"] == scale]
    clips = list(dict.fromkeys((row["item"], row["condition"]) for row in rated))
    people = in_order(rated, "participant")
    table = np.full((len(clips), len(people)), np.nan)
    for row in rated:
        table[clips.index((row["item"], row["condition"])), people.index(row["participant"])] = number(row)
    paired = table[(~np.isnan(table)).sum(1) > 1]
    if len(paired) > 1:
        value = alpha(paired, kind)
        tell(scale, f"Krippendorff's alpha ({kind})", len(paired), len(people), value, *alpha_interval(paired, kind, value))
    whole = table[:, ~np.isnan(table).any(0)]
    if min(whole.shape) > 1:
        icc(scale, whole)
