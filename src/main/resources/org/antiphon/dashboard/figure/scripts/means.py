def deviation(values):
    return float(values.std(ddof=1)) if len(values) > 1 else float("nan")


column = {"condition": "scale", "item": "item", "group": "group"}[by[0]]
tell(column, "condition", "participants", "ratings", "mean", "low", "high", "deviation", "lower_quartile", "median", "upper_quartile")
for scale, low, high in zip(scales, lowest, highest):
    rated = [row for row in ratings if row["scale"] == scale]
    for part in in_order(rated, column):
        for condition in in_order(rated, "condition"):
            rows = [r for r in rated if r[column] == part and r["condition"] == condition]
            if rows:
                values = np.array([number(row) for row in rows])
                ends = interval(rows, number, float(low), float(high), by[0] == "condition")
                people = len({row["participant"] for row in rows})
                tell(part, condition, people, len(rows), float(values.mean()), *ends, deviation(values), *map(float, np.quantile(values, [0.25, 0.5, 0.75])))
