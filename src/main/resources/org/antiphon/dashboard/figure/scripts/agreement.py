# The interval of alpha on the page leaves out clips and raters in turn; those of the ICC follow McGraw and Wong (1996).
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
    table = {}
    for row in ratings:
        if row["scale"] == scale:
            table.setdefault(row["participant"], {})[row["item"], row["condition"]] = number(row)
    whole = [[own[clip] for clip in clips] for own in table.values() if len(own) == len(clips)]
    if len(whole) > 1:
        x = np.array(whole).T
        n, k = x.shape
        clip, rater = k * ((x.mean(1) - x.mean()) ** 2).sum() / (n - 1), n * ((x.mean(0) - x.mean()) ** 2).sum() / (k - 1)
        error = ((x - x.mean(1)[:, None] - x.mean(0)[None, :] + x.mean()) ** 2).sum() / (n - 1) / (k - 1)
        tell(scale, "ICC(2,1)", n, k, float((clip - error) / (clip + (k - 1) * error + k * (rater - error) / n)))
        tell(scale, "ICC(2,k)", n, k, float((clip - error) / (clip + (rater - error) / n)))
        tell(scale, "ICC(3,k)", n, k, float((clip - error) / clip))
