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

