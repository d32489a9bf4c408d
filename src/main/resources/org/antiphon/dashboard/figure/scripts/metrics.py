# Needs metrics.csv of the export besides, beside ratings.csv.
measured = read(os.path.join(os.path.dirname(PATH), "metrics.csv"))


# Fisher (1921); Bonett and Wright (2000) for ranks and for pairs
def told(r, p, n, variance):
    z, reach = np.arctanh(r), stats.norm.ppf(0.975) * np.sqrt(variance)
    return [float(r), float(np.tanh(z - reach)), float(np.tanh(z + reach)), float(p)]


tell("metric", "clips", *[name + end for name in ("pearson", "spearman", "kendall") for end in ("", "_low", "_high", "_p")])
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
            n = len(x)
            r, rho, tau = stats.pearsonr(x, y), stats.spearmanr(x, y), stats.kendalltau(x, y, method="asymptotic")
            tell(metric, n, *told(*r, n, 1 / (n - 3)), *told(*rho, n, (1 + rho[0] ** 2 / 2) / (n - 3)),
                 *told(*tau, n, 0.437 / (n - 4)))
