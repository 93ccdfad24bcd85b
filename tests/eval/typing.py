#!/usr/bin/env python3
"""How well queries are understood that were typed without marks or with errors.

    typing.py [--articles N] [--neighbours FILE] [--half tune|test] [--errors]
              [--min-restored X] [--min-corrected X] [--min-silent X]

Articles of ../shared/real/bulk.jsonl.gz (or $TRACUU_SHARED): all are indexed
but two of every ten of the first thousand, which are dense in the terms of the
genre; marks and errors are measured on those. Skipped where they are absent.
--articles: only the first N. --neighbours: counts of an earlier run instead of
building an index. --half: which of the articles held back; weights are chosen
looking at "tune", the default "test" is only measured. --errors: also print
what went wrong.

Programs are looked for in $TRACUU_BIN, else in build/release/bin. Exit code 0:
all thresholds held; 1: one was missed; 2: bad usage.
"""

import argparse
import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("TRACUU_BIN", ROOT / "build/release/bin"))
SHARED = pathlib.Path(os.environ.get("TRACUU_SHARED", ROOT / "../shared"))
GENRE = 1000   # Articles at the start that are of the genre.
# The last digits of the numbers of those that are held back.
HELD_BACK = {"tune": 3, "test": 7}


def split(bulk, most, half, folder):
    """Writes what is indexed to a file; returns the texts of one half held
    back."""
    texts = []
    with gzip.open(bulk, "rt", encoding="utf-8") as lines, \
            open(folder / "indexed.jsonl", "w", encoding="utf-8") as indexed:
        for number, line in enumerate(lines):
            if most and number >= most:
                break
            digit = number % 10
            if number >= GENRE or digit not in HELD_BACK.values():
                indexed.write(line)
            elif digit == HELD_BACK[half]:
                texts.append(" ".join(json.loads(line)["text"].split()))
    return texts


def count_neighbours(folder):
    index = folder / "index"
    done = subprocess.run([BIN / "tracuu-index", "build", "--index", index,
                           folder / "indexed.jsonl"], capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode(errors="replace"))
    return next(index.glob("**/neighbours.tsv"))


def measure(neighbours, texts, errors):
    done = subprocess.run(
        [BIN / "typing_eval", neighbours], check=True,
        input="\n".join(texts).encode(), stdout=subprocess.PIPE,
        stderr=None if errors else subprocess.DEVNULL)
    return json.loads(done.stdout)


def report(figures):
    print("| what | share | cases |\n| --- | --- | --- |")
    for name, figure in figures.items():
        print(f"| {name} | {figure['share']:.3f} | {figure['cases']:,} |")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--neighbours", type=pathlib.Path)
    parser.add_argument("--half", choices=HELD_BACK, default="test")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--min-restored", type=float, default=0)
    parser.add_argument("--min-corrected", type=float, default=0)
    parser.add_argument("--min-silent", type=float, default=0)
    options = parser.parse_args()
    bulk = SHARED / "real/bulk.jsonl.gz"
    if not bulk.exists():
        print(f"skipped: {bulk} is absent")
        return 0
    with tempfile.TemporaryDirectory(prefix="tracuu-typing-") as name:
        folder = pathlib.Path(name)
        texts = split(bulk, options.articles, options.half, folder)
        neighbours = options.neighbours or count_neighbours(folder)
        figures = measure(neighbours, texts, options.errors)
    report(figures)
    held = True
    for key, least in (
            ("marks restored, six syllables at a time", options.min_restored),
            ("errors corrected, first offer", options.min_corrected),
            ("correct queries left alone", options.min_silent)):
        if figures[key]["share"] < least:
            print(f"{key}: below {least}", file=sys.stderr)
            held = False
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
