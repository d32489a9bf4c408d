# Needs metrics.csv of the export besides, beside ratings.csv.
measured = read(os.path.join(os.path.dirname(PATH), "metrics.csv"))
tell("item", "condition", "metric", "rating", "low", "high")
for row in measured:
    rows = [r for r in ratings if r["scale"] in scales and (r["item"], r["condition"]) == (row["item"], row["condition"])]
    if row["metric"] in metric and row["value"] != "" and int(row["edition"]) == int(edition) and rows:
        ends = interval(rows, number, float(lowest[0]), float(highest[0]), False)
        tell(row["item"], row["condition"], float(row["value"]), float(np.mean([number(r) for r in rows])), *ends)
