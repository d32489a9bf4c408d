# Needs numpy and scipy, and the numbers of translations (numbers.csv), beside this file or named as the first argument.
import csv
import sys

import numpy as np
from scipy import stats

PATH = sys.argv[1] if len(sys.argv) > 1 else "numbers.csv"
with open(PATH, newline="", encoding="utf-8-sig") as file:
    numbers = [row for row in csv.DictReader(file) if row["direction"] in direction]
for row in numbers:
    # translations of one clip are alike, as ratings of one participant are
    row["participant"] = row["clip"]
    row["seed"] = "seed " + row["seed"]


def number(row):
    return float(row["value"])


