# Strengths by Davidson's model (Bradley and Terry with ties), by maximum likelihood; errors from the curvature, which takes
# choices for independent: the intervals of the page know that those of one participant are alike.
from scipy import optimize

chosen = [row for row in ratings if row["scale"] == "choice"]
tell("first", "second", "first_preferred", "ties", "second_preferred", "share", "low", "high")
for i, first in enumerate(conditions):
    for second in conditions[i + 1 :]:
        rows = [row for row in chosen if {row["condition_a"], row["condition_b"]} == {first, second}]
        if rows:
            def half(row):
                return {first: 1.0, second: 0.0}.get(row["condition"], 0.5)
            values = [half(row) for row in rows]
            tell(first, second, values.count(1.0), values.count(0.5), values.count(0.0), float(np.mean(values)),
                 *interval(rows, half, 0, 1))
place = {name: i for i, name in enumerate(conditions)}
pairs = np.array([[place[row["condition_a"]], place[row["condition_b"]],
                   place.get(row["condition"], -1)] for row in chosen])
ties = bool(np.any(pairs[:, 2] < 0))


def minus_log_likelihood(x):
    strength = np.append(x[: len(conditions) - 1], -x[: len(conditions) - 1].sum())
    a, b = strength[pairs[:, 0]], strength[pairs[:, 1]]
    even = x[-1] + (a + b) / 2 if ties else np.full(len(a), -np.inf)
    won = np.where(pairs[:, 2] == pairs[:, 0], a, np.where(pairs[:, 2] == pairs[:, 1], b, even))
    return (np.logaddexp(np.logaddexp(a, b), even) - won).sum()


found = optimize.minimize(minus_log_likelihood, np.zeros(len(conditions) - 1 + ties), method="BFGS", options={"gtol": 1e-8})
strength = np.append(found.x[: len(conditions) - 1], -found.x[: len(conditions) - 1].sum())
tell("condition", "strength")
for i in np.argsort(-strength):
    tell(conditions[i], float(strength[i]))
