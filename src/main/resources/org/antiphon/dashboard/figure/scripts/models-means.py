tell("group", "of", "clips", "translations", "mean", "low", "high")
shown = [row for row in numbers if row["metric"] in metric]
for group in sorted(set(row[panel[0]] for row in shown)):
    for of in sorted(set(row[line[0]] for row in shown if row[panel[0]] == group)):
        rows = [row for row in shown if row[panel[0]] == group and row[line[0]] == of]
        ends = interval(rows, number, -np.inf, np.inf, False)
        tell(group, of, len({row["clip"] for row in rows}), len(rows), float(np.mean([number(row) for row in rows])), *ends)
