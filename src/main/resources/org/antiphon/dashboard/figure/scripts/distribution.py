tell("condition", "value", "ratings")
for scale in scales:
    rated = [row for row in ratings if row["scale"] == scale]
    for condition in in_order(rated, "condition"):
        values = np.array([number(row) for row in rated if row["condition"] == condition])
        for value, count in zip(*np.unique(values, return_counts=True)):
            tell(condition, float(value), int(count))
        tell(condition, "quartiles " + " ".join(f"{q:g}" for q in np.quantile(values, [0, 0.25, 0.5, 0.75, 1])), len(values))
