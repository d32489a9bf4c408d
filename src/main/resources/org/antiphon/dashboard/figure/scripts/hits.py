# Wagner (1993): hits, unbiased hits (Hu) and what they are by chance; then what was taken for what. Above chance is, by
# participant, the arcsine of the root of Hu less that of Hu by chance, with Student's interval.
tell("condition", "participants", "answers", "hit_rate", "low", "high")
asked = [row for row in ratings if row["scale"] == "intention" and row["intended"] in answers]
shown = {condition: [row for row in asked if row["condition"] == condition] for condition in conditions}
meanings = [answer for answer in answers if any(row["intended"] == answer for row in asked)]


def hu(rows, meant):
    own = [row for row in rows if row["intended"] == meant]
    given = sum(row["choice"] == meant for row in rows)
    hits = sum(row["choice"] == meant for row in own)
    by_chance = len(own) / len(rows) * given / len(rows)
    return hits / len(own) * hits / given if hits else 0.0, by_chance


for condition, rows in shown.items():
    if rows:
        hit = [float(row["choice"] == row["intended"]) for row in rows]
        ends = interval(rows, lambda row: float(row["choice"] == row["intended"]), 0, 1)
        tell(condition, len({row["participant"] for row in rows}), len(rows), float(np.mean(hit)), *ends)
tell("condition", "intention", "participants", "hits", "shown", "hit_rate", "low", "high", "hu", "hu_by_chance",
     "hu_by_participant", "above_chance", "above_low", "above_high", "p")
for condition, rows in shown.items():
    for meant in meanings:
        own = [row for row in rows if row["intended"] == meant]
        if not own:
            continue
        each = [[row for row in rows if row["participant"] == who] for who in in_order(own, "participant")]
        values = np.array([hu(answered, meant) for answered in each])
        above = np.arcsin(np.sqrt(values[:, 0])) - np.arcsin(np.sqrt(values[:, 1]))
        n, p, reach = len(above), float("nan"), float("nan")
        if n > 1:
            error = above.std(ddof=1) / np.sqrt(n)
            reach = float(stats.t.ppf(0.975, n - 1) * error)
            p = float(2 * stats.t.sf(abs(above.mean()) / error, n - 1)) if error > 0 else float("nan")
        hits = sum(row["choice"] == meant for row in own)
        ends = interval(own, lambda row: float(row["choice"] == meant), 0, 1, False)
        middle = float(above.mean())
        tell(condition, meant, n, hits, len(own), hits / len(own), *ends, *hu(rows, meant), float(values[:, 0].mean()),
             middle, middle - reach, middle + reach, p)
for condition, rows in shown.items():
    tell("meant", *answers)
    for meant in meanings:
        tell(meant, *[sum(row["intended"] == meant and row["choice"] == answer for row in rows) for answer in answers])
