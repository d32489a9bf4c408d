# Needs metrics.csv of the export besides, beside ratings.csv.
measured = read(os.path.join(os.path.dirname(PATH), "metrics.csv"))
tell("metric", "clips", "pearson", "pearson_p", "spearman", "spearman_p", "kendall", "kendall_p")
for scale in scales:
    clips = {}
    for row in ratings:
        if row["scale"] == scale:
            clips.setdefault((row["item"], row["condition"]), []).append(number(row))
    for metric in in_order(measured, "metric"):
        pairs = [(float(m["value"]), np.mean(clips[m["item"], m["condition"]])) for m in measured
                 if m["metric"] == metric and m["value"] != "" and int(m["edition"]) == int(edition)
                 and (m["item"], m["condition"]) in clips]
        x, y = np.array(pairs).T if pairs else (np.array([]), np.array([]))
        if len(x) >= 5 and np.ptp(x) > 0 and np.ptp(y) > 0:
            tell(metric, len(x), *map(float, [*stats.pearsonr(x, y), *stats.spearmanr(x, y),
                                              *stats.kendalltau(x, y, method="asymptotic")]))
