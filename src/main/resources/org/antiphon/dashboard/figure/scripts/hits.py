# Wagner (1993): hits, unbiased hits and what they are by chance; then what was taken for what.
# By participant: Hu, the arcsine of its root less that by chance, and the t test of that.
def by_participant(condition, meant, rows):
    found, above = [], []
    for who in in_order(rows, "participant"):
        own = [row for row in rows if row["participant"] == who]
        shown = sum(row["intended"] == meant for row in own)
        given = sum(row["choice"] == meant for row in own)
        hits = sum(row["intended"] == meant == row["choice"] for row in own)
        if shown:
            found.append(hits / shown * hits / given if hits else 0.0)
            above.append(np.arcsin(np.sqrt(found[-1])) - np.arcsin(np.sqrt(shown / len(own) * given / len(own))))
    n, above = len(above), np.array(above)
    shown = [row for row in rows if row["intended"] == meant]
    if n > 1:
        error = above.std(ddof=1) / np.sqrt(n)
        reach = stats.t.ppf(0.975, n - 1) * error
        p = 2 * stats.t.sf(abs(above.mean()) / error, n - 1) if error > 0 else float("nan")
        ends = interval(shown, lambda row: float(row["choice"] == meant), 0, 1, False)
        tell(condition, meant, "by participant", n, len(shown), *ends, float(np.mean(found)), float(above.mean()),
             float(above.mean() - reach), float(above.mean() + reach), float(p))


asked = [row for row in ratings if row["scale"] == "intention" and row["intended"] in answers]
for condition in conditions:
    rows = [row for row in asked if row["condition"] == condition]
    if not rows:
        continue
    ends = interval(rows, lambda row: float(row["choice"] == row["intended"]), 0, 1)
    tell(condition, "hit_rate", float(np.mean([row["choice"] == row["intended"] for row in rows])), *ends)
    tell(condition, "meant", *answers, "hit_rate", "hu", "hu_by_chance")
    for meant in [answer for answer in answers if any(row["intended"] == answer for row in asked)]:
        shown = [row for row in rows if row["intended"] == meant]
        counts = [sum(row["choice"] == answer for row in shown) for answer in answers]
        given = sum(row["choice"] == meant for row in rows)
        hits = counts[answers.index(meant)]
        if shown:
            hu = hits / len(shown) * hits / given if hits else 0.0
            tell(condition, meant, *counts, hits / len(shown), hu, len(shown) / len(rows) * given / len(rows))
            by_participant(condition, meant, rows)
