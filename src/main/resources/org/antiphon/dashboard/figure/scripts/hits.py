# Wagner (1993): hits, unbiased hits and what they are by chance; then what was taken for what.
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
