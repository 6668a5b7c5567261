"""Scenarios to measure with: plain scenario files, the same on every machine.

Four families, after what makes a frontier long or arithmetic hard:

rand   weights and values independent of each other
opp    what is good for one party is bad for the next, but for a little noise: long frontiers
grid   weights in thousandths and values in hundredths, as careful people write them
round  weights in twentieths (for many issues, hundredths) and values in tenths, as most people write
       them: many packages are worth exactly the same, which sums of doubles can take for different

Weights add up to 1 and every issue's values reach from 0 to 1, so a party's best package is worth 1.
Every number is written with at most nine digits, so that a file says exactly what it means.
"""

import json
import random
from pathlib import Path

DIGITS = 9


def make(family, parties, sizes, seed, no_deal=None):
    """One scenario as the dict that its file holds."""
    rng = random.Random(seed)
    draw = {"rand": _rand, "opp": _opp, "grid": _grid, "round": _round}[family]
    common = [[rng.random() for _ in range(n)] for n in sizes]
    return {
        "name": name(family, parties, sizes, no_deal),
        "issues": [
            {"name": f"issue {i + 1}", "options": [f"option {o + 1}" for o in range(n)]}
            for i, n in enumerate(sizes)
        ],
        "parties": [_party(k, *draw(rng, k, common), no_deal) for k in range(parties)],
    }


def name(family, parties, sizes, no_deal=None):
    shape = f"{len(sizes)}x{sizes[0]}"
    return f"{family}-{parties}p-{shape}" + (f"-no-deal-{no_deal}" if no_deal is not None else "")


def write(folder, scenario):
    path = Path(folder) / (scenario["name"] + ".json")
    path.write_text(json.dumps(scenario))
    return path


def _party(k, weights, values, no_deal):
    party = {"name": f"P{k + 1}", "weights": weights, "values": values}
    if no_deal is not None:
        party["reservation"] = no_deal
    return party


def _rand(rng, _, common):
    return _weights(rng, len(common)), [_spread([rng.random() for _ in row]) for row in common]


def _opp(rng, k, common):
    def value(v):
        v = v if k % 2 == 0 else 1 - v
        return v + 0.15 * (rng.random() - 0.5) + (0.35 * rng.random() if k >= 2 else 0)

    return _weights(rng, len(common)), [_spread([value(v) for v in row]) for row in common]


def _grid(rng, _, common, weight=1000, value=100):
    cuts = sorted(rng.sample(range(1, weight), len(common) - 1))
    weights = [(b - a) / weight for a, b in zip([0, *cuts], [*cuts, weight])]
    return weights, [_on_grid(rng, len(row), value) for row in common]


def _round(rng, k, common):
    return _grid(rng, k, common, weight=20 if len(common) <= 10 else 100, value=10)


def _on_grid(rng, n, value):
    """Values on a grid, of which one is 0 and one is 1."""
    row = [0, value] + [rng.randrange(value + 1) for _ in range(n - 2)]
    rng.shuffle(row)
    return [v / value for v in row]


def _weights(rng, n):
    """Random weights that add up to 1 exactly, in their last digit."""
    raw = [rng.random() + 0.05 for _ in range(n)]
    units = [round(w / sum(raw) * 10**DIGITS) for w in raw]
    units[0] += 10**DIGITS - sum(units)
    return [u / 10**DIGITS for u in units]


def _spread(values):
    """Stretch values over 0 to 1."""
    low, high = min(values), max(values)
    return [round((v - low) / (high - low), DIGITS) for v in values]
