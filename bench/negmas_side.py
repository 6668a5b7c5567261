"""NegMAS' answers to one scenario, as JSON on standard output. Run by compare.py, each in a process
of its own so that its memory can be told.

usage: negmas_side.py enumerate|merge FILE

enumerate   negmas.preferences.ops.pareto_frontier, which lists every package, and its four solutions
merge       its two-party merge of issues (MOBANOSParetoSampler), the frontier only
"""

import json
import resource
import sys
import time
import warnings

warnings.filterwarnings("ignore")

from negmas.outcomes import make_issue, make_os  # noqa: E402
from negmas.preferences import LinearAdditiveUtilityFunction  # noqa: E402
from negmas.preferences import ops  # noqa: E402
from negmas.preferences.pareto_sampler import MOBANOSParetoSampler  # noqa: E402


def load(path):
    with open(path) as file:
        data = json.load(file)
    # Options are numbers here, so that a package comes back as places.
    space = make_os([make_issue(list(range(len(i["options"]))), i["name"]) for i in data["issues"]])
    ufuns = [
        LinearAdditiveUtilityFunction(
            values=[dict(enumerate(row)) for row in p["values"]],
            weights=p["weights"],
            outcome_space=space,
            reserved_value=p.get("reservation", float("-inf")),
            name=p["name"],
        )
        for p in data["parties"]
    ]
    return space, ufuns


def enumerate_all(space, ufuns):
    frontier, places = ops.pareto_frontier(ufuns, issues=space.issues)
    solutions = {}
    for name, find in (
        ("nash", ops.nash_points),
        ("kalai_smorodinsky", ops.ks_points),
        ("egalitarian", ops.kalai_points),
        ("utilitarian", ops.max_welfare_points),
    ):
        found = find(ufuns, frontier, outcome_space=space)
        solutions[name] = [places[k] for _, k in found]
    return list(places), solutions


def package(space, place):
    """The package at a place of the enumeration, in which the last issue goes round fastest."""
    digits = []
    for issue in reversed(space.issues):
        place, digit = divmod(int(place), issue.cardinality)
        digits.append(digit)
    return digits[::-1]


def merge(_, ufuns):
    sampler = MOBANOSParetoSampler()
    sampler.init(ufuns[0], ufuns[1])
    return [list(outcome) for outcome in sampler._pareto_front]


def main(how, path):
    space, ufuns = load(path)
    cpu, began = time.process_time(), time.perf_counter()
    if how == "enumerate":
        places, solutions = enumerate_all(space, ufuns)
        answer = {
            "frontier": [package(space, p) for p in places],
            "solutions": {k: [package(space, p) for p in v] for k, v in solutions.items()},
        }
    else:
        answer = {"frontier": merge(space, ufuns)}
    answer["seconds"] = time.perf_counter() - began
    answer["cpu"] = time.process_time() - cpu
    answer["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
