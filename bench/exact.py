"""Exact arithmetic on a scenario file, to judge two answers by.

Numbers are read as the decimals that the file has (Fraction), so that every comparison here is
right, and slow: only single packages are ever looked at.
"""

import json
from fractions import Fraction
from math import prod


class Scenario:
    def __init__(self, path):
        with open(path) as file:
            data = json.load(file, parse_float=Fraction, parse_int=Fraction)
        self.options = [issue["options"] for issue in data["issues"]]
        self.issues = [issue["name"] for issue in data["issues"]]
        self.worth = [
            [[w * v for v in row] for w, row in zip(p["weights"], p["values"])] for p in data["parties"]
        ]
        self.no_deal = [p.get("reservation") for p in data["parties"]]
        # Gains are counted from the no-deal value or, where there is none, from the worst package.
        self.floor = [
            sum(min(row) for row in rows) if nd is None else nd
            for rows, nd in zip(self.worth, self.no_deal)
        ]

    def packages(self):
        return prod(len(options) for options in self.options)

    def value(self, package):
        """What a package, one option's place an issue, is worth to each party."""
        return tuple(sum(row[o] for row, o in zip(rows, package)) for rows in self.worth)

    def possible(self, value):
        return all(nd is None or v >= nd for v, nd in zip(value, self.no_deal))

    def place(self, package):
        """A package by names, {issue: option}, as places."""
        return tuple(options.index(package[issue]) for issue, options in zip(self.issues, self.options))

    # What each notion of fairness makes as great as can be, so that two packages can be compared.

    def nash(self, value, _):
        return prod(v - f for v, f in zip(value, self.floor))

    def kalai_smorodinsky(self, value, ideal):
        return sorted((v - f) / (i - f) for v, f, i in zip(value, self.floor, ideal) if i > f)

    def egalitarian(self, value, _):
        return sorted(v - f for v, f in zip(value, self.floor))

    def utilitarian(self, value, _):
        return sum(value)


def dominates(a, b):
    return a != b and all(x >= y for x, y in zip(a, b))
