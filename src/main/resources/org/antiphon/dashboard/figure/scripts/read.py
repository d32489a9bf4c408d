# Needs numpy and scipy, and of the export ratings.csv, beside this file or named as the first argument, and sessions.csv
# beside that.
import csv
import os
import sys

import numpy as np
from scipy import stats

PATH = sys.argv[1] if len(sys.argv) > 1 else "ratings.csv"


def read(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return [{name: "" if text == "NA" else text for name, text in row.items()} for row in csv.DictReader(file)]


sessions = {row["participant"]: row for row in read(os.path.join(os.path.dirname(PATH), "sessions.csv"))}


def looked_at(row):
    counts = row["counted"] == "TRUE"
    left_out = sessions[row["participant"]]["not_counted_because"] in ("rule", "hand")
    return include[0] == "all" or counts or (include[0] == "excluded" and left_out)


def of_task(row):
    return row["task"] in tasks and row["purpose"] == "main" and row["edition"] in editions


def number(row):
    return float(row["value"]) if row["value"] != "" else float("nan")


def too_many(hits, trials):
    return trials > 0 and hits > 0.15 * trials + 1e-9


# ITU-R BS.1534-3, 4.1.2: who leaves after a MUSHRA test
def leaving(rows):
    items = {}
    for row in rows:
        if row["condition"] in mid_anchor:
            items.setdefault(row["item"], {}).setdefault(row["participant"], False)
            items[row["item"]][row["participant"]] |= number(row) > 90
    undegraded = {i for i, high in items.items() if sum(high.values()) > 0.25 * len(high) + 1e-9}
    found = {}
    for who in {row["participant"] for row in rows}:
        own = [row for row in rows if row["participant"] == who]
        hidden = [number(row) for row in own if row["condition"] in reference]
        anchors = [number(row) for row in own if row["condition"] in mid_anchor and row["item"] not in undegraded]
        low = sum(value < 90 for value in hidden)
        high = sum(value > 90 for value in anchors)
        if too_many(low, len(hidden)) or too_many(high, len(anchors)):
            found[who] = (low, len(hidden), high, len(anchors))
    return found


# before post-screening: also those whom only a rule of that kind of the study's own left out
def unscreened(row):
    session = sessions[row["participant"]]
    rules = session["rules"].split()
    return looked_at(row) or (session["not_counted_because"] == "rule" and all(rule in post_screening for rule in rules))


everybody = [row for row in read(PATH) if of_task(row)]
for row in everybody:
    row["group"] = sessions[row["participant"]].get(group[0], "") if group else ""
if screening[0] == "on" and reference:
    before = [row for row in everybody if unscreened(row)]
    gone = leaving(before)
    ratings = [row for row in before if row["participant"] not in gone]
else:
    ratings = [row for row in everybody if looked_at(row)]


def sums(rows, value):
    by = {}
    for row in rows:
        n, total = by.get(row["participant"], (0, 0.0))
        by[row["participant"]] = (n + 1, total + value(row))
    return np.array([n for n, _ in by.values()], float), np.array([t for _, t in by.values()], float)


# Bell and McCaffrey (2002): CR2 error of a mean, with Satterthwaite's degrees of freedom
def t_interval(n, s):
    total = n.sum()
    mean = s.sum() / total
    rest = (s - n * mean) / np.sqrt(1 - n / total)
    error = np.sqrt((rest**2).sum()) / total
    c = 1 / (total * np.sqrt(1 - n / total))
    own = c**2 * n * (1 - n / total)
    a = (c * n) ** 2
    freedom = own.sum() ** 2 / ((own**2).sum() + (a.sum() ** 2 - (a**2).sum()) / total**2)
    reach = stats.t.ppf(0.975, freedom) * error
    return mean - reach, mean + reach


# Davison and Hinkley (1997): studentised bootstrap that draws whole participants
def drawn_interval(n, s):
    mean = s.sum() / n.sum()
    m = len(n)

    def error(counts, totals):
        middle = totals.sum(1) / counts.sum(1)
        rest = ((totals - counts * middle[:, None]) ** 2).sum(1)
        return np.sqrt(rest * m / (m - 1)) / counts.sum(1)

    drawn = np.random.default_rng(int(seed)).integers(0, m, (2000, m))
    counts, totals = n[drawn], s[drawn]
    moved = totals.sum(1) / counts.sum(1) - mean
    with np.errstate(divide="ignore", invalid="ignore"):
        t = np.sort(np.where(moved == 0, 0, moved / error(counts, totals)))
    own = error(n[None, :], s[None, :])[0]
    return mean - np.quantile(t, 0.975) * own, mean - np.quantile(t, 0.025) * own


def interval(rows, value, lowest, highest, bootstrap=True):
    n, s = sums(rows, value)
    if len(n) < 2:
        return float("nan"), float("nan")
    ends = drawn_interval(n, s) if bootstrap and 5 <= len(n) <= 2000 else t_interval(n, s)
    if not np.all(np.isfinite(ends)):
        ends = t_interval(n, s)
    return tuple(float(np.clip(end, lowest, highest)) for end in ends)


def tell(*fields):
    print(",".join(f"{x:.6g}" if isinstance(x, float) else str(x) for x in fields))


def in_order(rows, column):
    return list(dict.fromkeys(row[column] for row in rows if row[column] != ""))
