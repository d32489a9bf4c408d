tell("condition", "answers", "valence", "valence_low", "valence_high", "arousal", "arousal_low", "arousal_high")
for condition in conditions:
    rows = [row for row in ratings if row["scale"] == "affect" and row["condition"] == condition]
    fields = []
    for axis in ("valence", "arousal"):
        value = lambda row: float(row[axis])
        if rows:
            fields += [float(np.mean([value(row) for row in rows])), *interval(rows, value, 1, 9)]
    tell(condition, len(rows), *fields)
