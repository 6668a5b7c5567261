"""Parley and NegMAS on the same scenarios, in one run: do they agree, and what does each take?

usage: compare.py [--parley PROGRAM] [--quick] [--only TEXT]

Both read the same files. Every answer of either is judged again by exact arithmetic (exact.py), and
wherever the two differ the reason is looked up in it: a vector that NegMAS lists and an exact one
dominates, a solution that is fairer by its own definition. A difference that Parley's answer cannot
be defended in ends the run with an error.

Times are the computation alone, as each program tells it: Parley's frontier, solutions, trades and
whatever else it answers; NegMAS' frontier and solutions, without starting Python and importing. What
takes less than two seconds is run three times and the least is kept. "all" is the processor time of
Parley's whole process, with reading and writing. Memory is the most that each process held.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import scenarios
from exact import Scenario, dominates

KINDS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
HERE = Path(__file__).parent
STOP = "1s"

# What differences are noted under.
WRONG = "Parley's answer does not stand"
EXTRA = ("NegMAS lists vectors that exact arithmetic finds dominated, since sums of doubles take equal values for "
         "different ones")
MISSING = "NegMAS lacks vectors that nothing dominates in exact arithmetic, since sums of doubles are a last digit off"
SPREAD = ("Kalai–Smorodinsky: NegMAS makes the spread of the parties' shares least, so that the worst-off party's share is "
          "less than it could be, or where that is the same, the next one's")
LEXIMIN = "egalitarian: NegMAS looks at the worst-off party only"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--parley", default="parley", help="the program (default: the one on the path)")
    options.add_argument("--quick", action="store_true", help="leave out what takes longer than seconds")
    options.add_argument("--only", default="", help="only scenarios whose name contains this")
    options = options.parse_args()
    print(f"NegMAS {version('negmas')}, Python {platform.python_version()}, {os.cpu_count()} cores\n")
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for title, how, cases in tables(options.quick):
            cases = [c for c in cases if options.only in scenarios.name(c[0], c[1], c[2], c[4])]
            if not cases:
                continue
            print(f"{title}\n")
            header(how)
            notes = {}
            for case in cases:
                path = scenarios.write(folder, scenarios.make(*case))
                failures += one(options.parley, how, path, notes)
            print()
            for topic, found in notes.items():
                print(f"- {topic}: {'; '.join(found)}.")
            print(flush=True)
    if failures:
        sys.exit(f"{failures} answers of Parley's do not stand")


def tables(quick):
    """What is measured: a title, how NegMAS works there, and (family, parties, sizes, seed, no deal)."""
    most = 4 if quick else 6
    families = ("rand", "opp", "grid", "round")
    powers = [
        (family, parties, [10] * k, 100 * parties + k, None)
        for parties in (2, 3) for family in families for k in range(3, most + 1)
    ]
    no_deal = [(f, p, [10] * 4, 17 + p, 0.3) for p in (2, 3) for f in families]
    yield "## Every package listed, by NegMAS: 10³ to 10⁶ packages", "enumerate", powers
    yield "## With no-deal values", "enumerate", no_deal
    yield "## NegMAS' two-party merge", "merge", [(f, 2, [3] * 28, 28, None) for f in families]
    large = [(f, 3, [3] * 28, 28, None) for f in families]
    large += [("rand", 2, [5] * 60, 60, None), ("opp", 2, [5] * 60, 60, None)]
    if not quick:
        large += [("rand", 4, [3] * 28, 28, None)]
    yield "## Where NegMAS has no answer: Parley alone", "", large
    many = [("rand", p, [3] * 28, 28, None) for p in (5, 6)]
    yield f"## Five and six parties: the four solutions, exactly; the frontier is stopped after {STOP}", "stop", many


def header(how):
    columns = ["scenario", "packages", "frontier", "Parley ms", "all", "MB"]
    if how in ("enumerate", "merge"):
        columns += ["NegMAS ms", "MB", "times as fast", "the same?"]
    print("| " + " | ".join(columns) + " |")
    print("|" + " --- |" * len(columns), flush=True)


def one(parley, how, path, notes):
    """Measure one scenario and print its row; returns how many answers do not stand."""
    exact = Scenario(path)
    ours = best(lambda: run_parley(parley, path, exact, how))
    size = f"{len(ours['frontier']):,}" if ours["exact"] else "not whole"
    row = [path.stem, f"{exact.packages():.3g}".replace("e+", "e"), size]
    row += [ms(ours["seconds"]), ms(ours["cpu"]), f"{ours['megabytes']:.0f}"]
    wrong = defend(ours, path.stem, exact, notes)
    if how in ("enumerate", "merge"):
        theirs = best(lambda: run_negmas(how, path))
        said, more = judge(exact, ours, theirs, path.stem, notes)
        wrong += more
        row += [ms(theirs["seconds"]), f"{theirs['megabytes']:.0f}"]
        row += [f"{theirs['seconds'] / ours['seconds']:,.0f}", said]
    print("| " + " | ".join(row) + " |", flush=True)
    return wrong


def ms(seconds):
    return f"{1000 * seconds:,.0f}" if seconds >= 0.01 else f"{1000 * seconds:.1f}"


def best(run):
    """The fastest of three runs, or the only one where it takes long."""
    answer = run()
    for _ in range(2):
        if answer["seconds"] < 2:
            answer = min(answer, run(), key=lambda a: a["seconds"])
    return answer


def run_parley(parley, path, exact, how):
    command = [parley, "deals", str(path), "--format", "json", "--draws", "0", "--frontier", "0"]
    if how == "stop":
        command += ["--time", STOP]
    out = path.with_suffix(".out")
    process = subprocess.Popen([*command, "--out", str(out)])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    answer = json.loads(out.read_text())
    if how != "stop" and not answer["frontier"]["exact"]:
        sys.exit(f"{path.stem}: the frontier is not exact")
    for kind in KINDS:
        if not answer["solutions"][kind]["exact"]:
            sys.exit(f"{path.stem}: the {kind} solution is not exact")
    packages = [exact.place(p["package"]) for p in answer["frontier"]["points"]]
    return {
        "frontier": {exact.value(p): p for p in packages},
        "exact": answer["frontier"]["exact"],
        "solutions": {k: exact.place(answer["solutions"][k]["package"]) for k in KINDS},
        "seconds": answer["timing"]["seconds"],
        "cpu": usage.ru_utime + usage.ru_stime,
        "megabytes": usage.ru_maxrss / 1024,
    }


def run_negmas(how, path):
    command = [sys.executable, str(HERE / "negmas_side.py"), how, str(path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def defend(ours, name, exact, notes):
    """What can be checked of Parley's answer without anybody else's: solutions lie on the frontier."""
    wrong = 0
    for kind, package in ours["solutions"].items():
        value = exact.value(package)
        if ours["exact"] and value not in ours["frontier"] or not exact.possible(value):
            note(notes, WRONG, f"{name}: the {kind} solution is not on the frontier")
            wrong += 1
    return wrong


def judge(exact, ours, theirs, name, notes):
    """Compare the two answers; says so in a word, and explains differences in the notes."""
    wrong, said = 0, []
    mine = ours["frontier"]
    other = {exact.value(p) for p in theirs["frontier"]}
    extra, missing = other - mine.keys(), mine.keys() - other
    dominated = [v for v in extra if any(dominates(m, v) for m in mine)]
    below = [v for v in extra if not exact.possible(v)]
    if len(set(dominated) | set(below)) < len(extra):
        note(notes, WRONG, f"{name}: NegMAS has a vector that nothing of Parley's dominates")
        wrong += 1
    # What Parley lists and NegMAS does not must stand against everything that NegMAS lists.
    if any(dominates(o, m) for m in missing for o in other if exact.possible(o)):
        note(notes, WRONG, f"{name}: a vector of Parley's is dominated by one of NegMAS'")
        wrong += 1
    if extra:
        said.append(f"{len(extra)} more")
        note(notes, EXTRA, f"{name} has {len(extra)}, such as {example(extra, mine)}")
    if missing:
        said.append(f"{len(missing)} fewer")
        note(notes, MISSING, f"{name} lacks {len(missing)}, such as {vector(min(missing))}")
    said = ["frontier " + (", ".join(said) or "same")]
    if "solutions" in theirs:
        ideal = [max(v[k] for v in mine) for k in range(len(exact.worth))]
        differing = []
        for kind in KINDS:
            verdict, topic, detail = solution(exact, kind, ours["solutions"][kind], theirs["solutions"][kind], ideal)
            wrong += topic == WRONG
            if topic:
                differing.append(verdict)
                note(notes, topic, f"{name} {detail}")
        said.append("solutions " + ("same" if not differing else "same but " + ", ".join(differing)))
    return "; ".join(said), wrong


def note(notes, topic, detail):
    notes.setdefault(topic, []).append(detail)


def vector(value):
    return "(" + ", ".join(f"{float(v):g}" for v in value) + ")"


def example(extra, mine):
    """One vector too many, with one that dominates it."""
    v = min(extra)
    better = [m for m in mine if dominates(m, v)]
    return f"{vector(v)} under {vector(min(better))}" if better else f"{vector(v)}, below a no-deal value"


def solution(exact, kind, ours, theirs, ideal):
    """Who is fairer, by the definition of the kind, in exact arithmetic? Gives the kind's name and, where
    the two differ, under which topic that is noted and with what."""
    name = {"nash": "Nash", "kalai_smorodinsky": "Kalai–Smorodinsky"}.get(kind, kind)
    score = getattr(exact, kind)
    mine = score(exact.value(ours), ideal)
    others = [score(exact.value(p), ideal) for p in theirs]
    if not others:
        return name, f"NegMAS names no {name} solution", ""
    other = max(others)
    if mine == other:
        return name, "", ""
    if mine < other:
        return name, WRONG, f"NegMAS' {name} solution scores higher"
    if not isinstance(mine, list):
        return name, f"{name}: NegMAS' scores lower", f"{float(other):.15g} for {float(mine):.15g}"
    # Leximin: the first party, from the worst-off upwards, whom the two serve differently.
    k = next(k for k, (a, b) in enumerate(zip(mine, other)) if a != b)
    whom = ("", " for the second worst-off", " for the best-off")[k]
    if kind == "kalai_smorodinsky":
        return name, SPREAD, f"{float(other[k]):.1%} instead of {float(mine[k]):.1%}{whom}"
    return name, LEXIMIN, f"{float(other[k]):.12g} instead of {float(mine[k]):.12g}{whom}"


if __name__ == "__main__":
    main()
