def sums(rows, value):
    by = {}
    for row in rows:
        n, total = by.get(row["participant"], (0, 0.0))
        by[row["participant"]] = (n + 1, total + value(row))
    return np.array([n for n, _ in by.values()], float), np.array([t for _, t in by.values()], float)


# Bell and McCaffrey (2002): CR2 error of a mean, with Satterthwaite's degrees of freedom
def t_interval(n, s):
    total = n.sum()
    mean = s.sum() / total
    rest = (s - n * mean) / np.sqrt(1 - n / total)
    error = np.sqrt((rest**2).sum()) / total
    c = 1 / (total * np.sqrt(1 - n / total))
    own = c**2 * n * (1 - n / total)
    a = (c * n) ** 2
    freedom = own.sum() ** 2 / ((own**2).sum() + (a.sum() ** 2 - (a**2).sum()) / total**2)
    reach = stats.t.ppf(0.975, freedom) * error
    return mean - reach, mean + reach


# Davison and Hinkley (1997): studentised bootstrap that draws whole participants
def drawn_interval(n, s):
    mean = s.sum() / n.sum()
    m = len(n)

    def error(counts, totals):
        middle = totals.sum(1) / counts.sum(1)
        rest = ((totals - counts * middle[:, None]) ** 2).sum(1)
        return np.sqrt(rest * m / (m - 1)) / counts.sum(1)

    drawn = np.random.default_rng(int(seed)).integers(0, m, (2000, m))
    counts, totals = n[drawn], s[drawn]
    moved = totals.sum(1) / counts.sum(1) - mean
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.sort(np.where(moved == 0, 0, moved / error(counts, totals)))
    own = error(n[None, :], s[None, :])[0]
    return mean - np.quantile(t, 0.975) * own, mean - np.quantile(t, 0.025) * own


def interval(rows, value, lowest, highest, bootstrap=True):
    n, s = sums(rows, value)
    if len(n) < 2:
        return float("nan"), float("nan")
    ends = drawn_interval(n, s) if bootstrap and 5 <= len(n) <= 2000 else t_interval(n, s)
    if not np.all(np.isfinite(ends)):
        ends = t_interval(n, s)
    return tuple(float(np.clip(end, lowest, highest)) for end in ends)


def tell(*fields):
    print(",".join(f"{x:.6g}" if isinstance(x, float) else str(x) for x in fields))


def in_order(rows, column):
    return list(dict.fromkeys(row[column] for row in rows if row[column] != ""))
