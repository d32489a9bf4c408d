"""Holds figures' tables against statsmodels: what it computes by code of its own, from ratings.csv or from counts.

The folder of ratings.csv and of the tables (FIGURE.csv) is the first argument. Prints how many numbers agree, by kind, and
each that does not; ends with 1 if there is one.
"""
import csv
import glob
import math
import os
import sys

import numpy as np
import statsmodels.api as sm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import TTestPower
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

FOLDER = sys.argv[1]
agreed = {}
different = []


def table(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def told(text):
    return float(text) if text not in ("", "NA") else float("nan")


def same(kind, where, ours, theirs, within):
    ours = told(ours)
    if math.isnan(ours) or math.isnan(theirs):
        return
    if abs(ours - theirs) <= within:
        agreed[kind] = agreed.get(kind, 0) + 1
    else:
        different.append(f"{kind} {where}: {ours} here, {theirs} there")


ratings = [row for row in table(os.path.join(FOLDER, "ratings.csv")) if row["purpose"] == "main" and row["counted"] == "TRUE"]


def of(task, scale, **more):
    return [row for row in ratings if row["task"] == task and row["scale"] == scale and row["value"] not in ("", "NA")
            and all(row[name] == value for name, value in more.items())]


# ordinary least squares of a constant, errors clustered by participant; with equally many ratings each they are CR2
def clustered(rows):
    who = {name: i for i, name in enumerate(dict.fromkeys(row["participant"] for row in rows))}
    y = np.array([float(row["value"]) for row in rows])
    groups = np.array([who[row["participant"]] for row in rows])
    if len(who) < 2 or len(set(np.bincount(groups))) > 1 or np.ptp(y) == 0:
        return None
    fit = sm.OLS(y, np.ones(len(y))).fit(cov_type="cluster", cov_kwds={"groups": groups}, use_t=True)
    return fit.conf_int()[0]


def items(name, task, scale):
    for row in table(name):
        ends = clustered(of(task, scale, item=row["item"], condition=row["condition"]))
        if ends is not None:
            values = [float(one["value"]) for one in of(task, scale)]
            # where an interval is cut at the end of the scale there is nothing to compare
            if told(row["low"]) > min(values):
                same("cluster-robust interval", f"{name} {row['item']} {row['condition']}", row["low"], ends[0], 2e-3)
            if told(row["high"]) < max(values):
                same("cluster-robust interval", f"{name} {row['item']} {row['condition']}", row["high"], ends[1], 2e-3)


def means_of(task, scale):
    sums = {}
    for row in of(task, scale):
        sums.setdefault((row["participant"], row["condition"]), []).append(float(row["value"]))
    return {key: float(np.mean(values)) for key, values in sums.items()}


def differences(name, task, scale):
    rows = table(name)
    means = means_of(task, scale)
    people = sorted({who for who, _ in means})
    for row in rows:
        d = [means[who, row["first"]] - means[who, row["second"]] for who in people
             if (who, row["first"]) in means and (who, row["second"]) in means]
        low, high = DescrStatsW(d).tconfint_mean()
        same("paired t interval", f"{name} {row['first']} {row['second']}", row["low"], low, 2e-3)
        same("paired t interval", f"{name} {row['first']} {row['second']}", row["high"], high, 2e-3)
    p = [told(row["p"]) for row in rows]
    if not any(math.isnan(one) for one in p):
        for row, adjusted in zip(rows, multipletests(p, method="holm")[1]):
            same("Holm", f"{name} {row['first']} {row['second']}", row["p_holm"], adjusted, 1e-4)


def power(name):
    for row in table(name):
        n = int(row["participants"])
        # few participants overstate an effect: power is told of the unbiased one (Hedges 1981)
        df = n - 1
        dz = abs(told(row["dz"])) * math.exp(math.lgamma(df / 2) - math.lgamma((df - 1) / 2)) / math.sqrt(df / 2)
        if math.isnan(dz):
            continue
        same("power", name, row["power"], TTestPower().power(dz, n, 0.05), 1e-3)
        needed = int(float(row["needed"])) if row["needed"] not in ("", "NA") else 0
        if 2 < needed < 100_000:
            # its solver does not find every small number, so the fewest are told by the powers beside them; of effects
            # beyond all measure it knows none
            powers = [TTestPower().power(dz, some, 0.05) for some in (needed - 1, needed)]
            if not any(math.isnan(one) for one in powers):
                fewest = powers[0] < 0.8 <= powers[1]
                same("participants needed", name, row["needed"], needed if fewest else -1, 0)


def right(name):
    for row in table(name):
        trials = int(row["trials"]) - int(row["cannot_tell"])
        for total in {trials, int(row["trials"])}:
            if total and abs(int(row["correct"]) / total - told(row["share"])) < 1e-3:
                low, high = proportion_confint(int(row["correct"]), total, method="beta")
                same("exact interval", name, row["exact_low"], low, 1e-3)
                same("exact interval", name, row["exact_high"], high, 1e-3)
                break


# Davidson's model as a log-linear one (Fienberg and Larntz 1976): fitted by Poisson regression, the same likelihood
def strengths(shares, ranking):
    rows = table(ranking)
    names = [row["condition"] for row in rows]
    counts, design = [], []
    pairs = table(shares)
    for k, row in enumerate(pairs):
        for column, first, second, tie in (("first_preferred", 1, 0, 0), ("second_preferred", 0, 1, 0), ("ties", 0.5, 0.5, 1)):
            line = np.zeros(len(pairs) + len(names) + 1)
            line[k] = 1
            line[len(pairs) + names.index(row["first"])] = first
            line[len(pairs) + names.index(row["second"])] = second
            line[-1] = tie
            counts.append(float(row[column]))
            design.append(line)
    design = np.array(design)
    if not design[np.array(counts) > 0, -1].any():
        design, counts = design[:, :-1], counts
        keep = design[:, len(pairs):].max(axis=1) == 1
        design, counts = design[keep], list(np.array(counts)[keep])
    kept = np.delete(design, len(pairs), axis=1)  # the first is the one that others are told from
    fit = sm.GLM(np.array(counts), kept, family=sm.families.Poisson()).fit(tol=1e-12, maxiter=200)
    found = np.concatenate([[0], fit.params[len(pairs):len(pairs) + len(names) - 1]])
    for row, strength in zip(rows, found - found.mean()):
        same("Davidson strength", f"{ranking} {row['condition']}", row["strength"], float(strength), 2e-3)


for path in sorted(glob.glob(os.path.join(FOLDER, "*.csv"))):
    name = os.path.basename(path)[:-4]
    for task in {row["task"] for row in ratings}:
        if not name.startswith(task + "-"):
            continue
        kind, _, scale = name[len(task) + 1:].partition("-")
        if kind == "items":
            items(path, task, scale)
        elif kind == "differences":
            differences(path, task, scale)
        elif kind == "power":
            power(path)
        elif kind == "right":
            right(path)
        elif kind == "ranking":
            strengths(os.path.join(FOLDER, task + "-shares.csv"), path)

print(", ".join(f"{kind} {count}" for kind, count in sorted(agreed.items())))
for line in different:
    print("DIFFERENT", line)
sys.exit(1 if different else 0)
