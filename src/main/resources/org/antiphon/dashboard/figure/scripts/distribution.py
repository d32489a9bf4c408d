tell("condition", "ratings", "least", "lower_quartile", "median", "upper_quartile", "most", *["points_" + point for point in points])
for scale in scales:
    rated = [row for row in ratings if row["scale"] == scale]
    for condition in in_order(rated, "condition"):
        values = np.array([number(row) for row in rated if row["condition"] == condition])
        tell(condition, len(values), *map(float, np.quantile(values, [0, 0.25, 0.5, 0.75, 1])),
             *[int((values == float(point)).sum()) for point in points])
