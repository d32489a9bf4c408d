lowest = globals().get("lowest", -np.inf)
highest = globals().get("highest", np.inf)


# the delta method on a scale on which the ends of the range are infinitely far: logit or logarithm
def within(ends, mean):
    ends = np.array(ends)
    reach = (ends[1] - ends[0]) / 2
    if np.isnan(reach) or lowest == -np.inf or mean <= lowest or mean >= highest:
        return np.clip(ends, lowest, highest)
    if highest == np.inf:
        return lowest + (mean - lowest) * np.exp(np.array([-1, 1]) * reach / (mean - lowest))
    p = (mean - lowest) / (highest - lowest)
    moved = np.log(p / (1 - p)) + np.array([-1, 1]) * reach / (highest - lowest) / (p * (1 - p))
    return lowest + (highest - lowest) / (1 + np.exp(-moved))


tell("group", "of", "clips", "translations", "mean", "low", "high")
shown = [row for row in numbers if row["metric"] in metric]
for group in sorted(set(row[panel[0]] for row in shown)):
    for of in sorted(set(row[line[0]] for row in shown if row[panel[0]] == group)):
        rows = [row for row in shown if row[panel[0]] == group and row[line[0]] == of]
        mean = float(np.mean([number(row) for row in rows]))
        ends = within(interval(rows, number, -np.inf, np.inf, False), mean)
        tell(group, of, len({row["clip"] for row in rows}), len(rows), mean, *(float(end) for end in ends))
