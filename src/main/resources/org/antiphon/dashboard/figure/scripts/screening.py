rated = [row for row in everybody if unscreened(row) and row["scale"] in scales]
gone = leaving(rated)
tell("participant", "reference_low", "reference_trials", "anchor_high", "anchor_trials")
for who, (low, hidden, high, anchors) in sorted(gone.items()):
    tell(who, low, hidden, high, anchors)
tell("condition", "mean_before", "low_before", "high_before", "mean_after", "low_after", "high_after")
for condition in in_order(rated, "condition"):
    fields = []
    for rows in (rated, [row for row in rated if row["participant"] not in gone]):
        rows = [row for row in rows if row["condition"] == condition]
        if rows:
            fields += [float(np.mean([number(row) for row in rows])), *interval(rows, number, 0, 100, False)]
    tell(condition, *fields)
