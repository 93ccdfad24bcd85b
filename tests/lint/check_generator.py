#!/usr/bin/env python3
"""Checks that scripts/generate_corpus.py keeps its promises.

The first documents do not depend on how many follow or on the number of
processes; every planted facet can be read in the text; no slot is left open.
Prints one line a fault and exits 1 if there is any.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts/generate_corpus.py"
NOTICE = "không phải sự kiện có thật"


def generate(*options):
    """Returns (records, gold rows) as lists of lines."""
    with tempfile.TemporaryDirectory() as folder:
        out, gold = (pathlib.Path(folder, name) for name in ("out", "gold"))
        subprocess.run(
            [sys.executable, "-B", SCRIPT, "--out", out, "--gold", gold,
             *map(str, options)], check=True, capture_output=True)
        return tuple(path.read_text(encoding="utf-8").splitlines()
                     for path in (out, gold))


def day_first(iso):
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def faults_of(record, gold):
    text = f"{record['title']}\n{record['text']}"
    if NOTICE not in text:
        yield "does not say that it is invented"
    if "{" in text or "}" in text:
        yield "a slot is left open"
    wanted = [gold["unit"], *(gold["provinces"] or gold["provinces_now"]),
              day_first(gold["event_date"]), day_first(gold["published"])]
    for identity in gold["resolutions"]:
        wanted.append(f"Đại hội {identity[5:]}" if ":" not in identity
                      else identity.partition(":")[0])
    for value in wanted:
        if value not in text:
            yield f"{value} is not in the text"
    if gold["provinces"] and gold["event_date"] >= "2025-07-01":
        yield "an old province after the merger"


def main():
    records, golds = generate("--n", 1200, "--seed", 7, "--stated", "none")
    faults = []
    for line, gold in zip(records, golds, strict=True):
        record, gold = json.loads(line), json.loads(gold)
        faults += [f"{record['id']}: {what}"
                   for what in faults_of(record, gold)]
    for name, options in (
            ("--n 300", ("--n", 300)),
            ("--procs 2", ("--n", 1200, "--procs", 2))):
        again, gold_again = generate(*options, "--seed", 7,
                                     "--stated", "none")
        if again != records[:len(again)] or (
                gold_again != golds[:len(again)]):
            faults.append(f"{name} changes the documents")
    if generate("--n", 5, "--seed", 8, "--stated", "none")[0] == records[:5]:
        faults.append("another seed gives the same documents")
    print("\n".join(faults) if faults else "generator: ok")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
