# Strengths by Davidson's model (Bradley and Terry with ties), by maximum likelihood; errors by leaving out one participant at a
# time. The page makes one Newton step where this fits anew, so errors differ in their third digit.
from scipy import optimize

chosen = [row for row in ratings if row["scale"] == "choice"]
tell("first", "second", "participants", "first_preferred", "ties", "second_preferred", "share", "low", "high")
for i, first in enumerate(conditions):
    for second in conditions[i + 1 :]:
        rows = [row for row in chosen if {row["condition_a"], row["condition_b"]} == {first, second}]
        if rows:
            def half(row):
                return {first: 1.0, second: 0.0}.get(row["condition"], 0.5)
            values = [half(row) for row in rows]
            tell(first, second, len({row["participant"] for row in rows}), values.count(1.0), values.count(0.5), values.count(0.0), float(np.mean(values)),
                 *interval(rows, half, 0, 1))
place = {name: i for i, name in enumerate(conditions)}
pairs = np.array([[place[row["condition_a"]], place[row["condition_b"]],
                   place.get(row["condition"], -1)] for row in chosen])
ties = bool(np.any(pairs[:, 2] < 0))


def fit(pairs):
    def minus_log_likelihood(x):
        strength = np.append(x[: len(conditions) - 1], -x[: len(conditions) - 1].sum())
        a, b = strength[pairs[:, 0]], strength[pairs[:, 1]]
        even = x[-1] + (a + b) / 2 if ties else np.full(len(a), -np.inf)
        won = np.where(pairs[:, 2] == pairs[:, 0], a, np.where(pairs[:, 2] == pairs[:, 1], b, even))
        return (np.logaddexp(np.logaddexp(a, b), even) - won).sum()

    start = np.zeros(len(conditions) - 1 + ties)
    found = optimize.minimize(minus_log_likelihood, start, method="BFGS", options={"gtol": 1e-8})
    return np.append(found.x[: len(conditions) - 1], -found.x[: len(conditions) - 1].sum())


strength = fit(pairs)
who = np.array([row["participant"] for row in chosen])
people = np.unique(who)
without = np.array([fit(pairs[who != one]) for one in people])
error = np.sqrt(((without - without.mean(0)) ** 2).sum(0) * (len(people) - 1) / len(people))
reach = stats.t.ppf(0.975, len(people) - 1) * error
tell("condition", "strength", "error", "low", "high")
for i in np.argsort(-strength):
    tell(conditions[i], *map(float, (strength[i], error[i], strength[i] - reach[i], strength[i] + reach[i])))
