# Krippendorff's alpha over clips; for steps by ranks, for sliders by distances.
tell("scale", "clips", "ratings", "alpha")
for scale, kind in zip(scales, kinds):
    clips = {}
    for row in ratings:
        if row["scale"] == scale:
            clips.setdefault((row["item"], row["condition"]), []).append(number(row))
    units = [np.array(values) for values in clips.values() if len(values) > 1]
    if len(units) < 2:
        continue
    pooled = np.concatenate(units)
    score = {v: r for v, r in zip(pooled, stats.rankdata(pooled))} if kind == "ordinal" else {v: v for v in pooled}
    units = [np.array([score[v] for v in unit]) for unit in units]
    pooled = np.concatenate(units)
    observed = sum(len(u) * u.var() * len(u) / (len(u) - 1) for u in units)
    expected = ((pooled - pooled.mean()) ** 2).sum()
    tell(scale, len(units), len(pooled), float(1 - observed * (len(pooled) - 1) / (len(pooled) * expected)))
