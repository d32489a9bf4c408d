tell("first", "second", "trials", "correct", "share", "low", "high", "p")
for i, first in enumerate(conditions):
    for second in conditions[i + 1 :]:
        rows = [row for row in ratings if row["scale"] == "choice" and row["condition"] != ""
                and {row["condition_a"], row["condition_b"]} == {first, second}]
        if rows:
            right = sum(row["correct"] == "TRUE" for row in rows)
            ends = interval(rows, lambda row: float(row["correct"] == "TRUE"), 0, 1)
            p = stats.binomtest(right, len(rows), 0.5, "greater").pvalue
            tell(first, second, len(rows), right, right / len(rows), *ends, float(p))
