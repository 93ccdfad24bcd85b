#!/usr/bin/env python3
"""Measures an update beside a build, over the crawls of two nights.

    tests/bench/update.py --corpus FILE.jsonl [--build build/release] [--work DIR]

The second night is the first with eight articles of a thousand changed, one
gone and one new, so that nearly all others lie in another line. A build is also
killed when half of the articles are indexed, and run again. Prints Markdown, and
the seconds of each phase.
"""

import argparse
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile

from run import run

ROOT = pathlib.Path(__file__).resolve().parents[2]
ADDED = "\nBổ sung: hội nghị đã thông qua chương trình công tác quý tới."


def second_night(first, second):
    chance = random.Random(3)
    with open(first, encoding="utf-8") as lines, \
            open(second, "w", encoding="utf-8") as out:
        for line in lines:
            what = chance.random()
            if what < 0.001:
                continue
            record = json.loads(line) if what < 0.009 or what > 0.999 else None
            if what < 0.009:
                record["text"] += ADDED
                line = json.dumps(record, ensure_ascii=False) + "\n"
            out.write(line)
            if what > 0.999:
                words = record["text"].split()
                chance.shuffle(words)
                record.update(id=record["id"] + "-new", text=" ".join(words),
                              url=record.get("url", "https://x.example/") + "?new")
                out.write(json.dumps(record, ensure_ascii=False) + "\n")


def kill_half_way(command):
    """Returns the seconds after which it was killed."""
    with subprocess.Popen([str(c) for c in command], stdout=subprocess.PIPE,
                          text=True) as process:
        for line in process.stdout:
            event = json.loads(line)
            if event.get("articles_indexed", 0) * 2 > event.get(
                    "articles_to_index", 0) > 0:
                process.send_signal(signal.SIGKILL)
                return event["seconds"]
    sys.exit("the build ended before it was half done")


def measure(options, folder):
    first, second = options.corpus, folder / options.corpus.name
    second_night(first, second)
    program = options.build / "bin/tracuu-index"
    print("| | wall s | CPU s | peak MB |\n| --- | --- | --- | --- |")
    for name, command, source in (
            ("build", ["build"], first),
            ("dry run, nothing changed", ["update", "--prune", "--dry-run"],
             first),
            ("update, 1 % changed", ["update", "--prune"], second)):
        done = run([program, *command, "--index", folder / "index", source],
                   stdout=subprocess.DEVNULL)
        if done["code"] not in (0, 1):
            sys.exit(f"{name}: exit code {done['code']}")
        print(f"| {name} | {done['seconds']:.1f} | {done['cpu']:.1f} "
              f"| {done['peak_mb']:.0f} |", flush=True)
    again = [program, "build", "--index", folder / "again", first]
    killed = kill_half_way([*again, "--json"])
    done = run(again, stdout=subprocess.DEVNULL)
    print(f"| the build again, after it was killed at {killed:.0f} s "
          f"| {done['seconds']:.1f} | {done['cpu']:.1f} "
          f"| {done['peak_mb']:.0f} |", flush=True)
    stats = subprocess.run([program, "stats", "--json", "--index",
                            folder / "index"], capture_output=True, check=True)
    report = json.loads(stats.stdout)["report"]
    print("\nSeconds of the update by phase: " + ", ".join(
        f"{phase} {seconds:.1f}" for phase, seconds in
        report["seconds"].items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=pathlib.Path, required=True,
                        help="JSON lines with id and text")
    parser.add_argument("--build", type=pathlib.Path,
                        default=ROOT / "build/release")
    parser.add_argument("--work", type=pathlib.Path,
                        help="an empty folder to work in, and to keep")
    options = parser.parse_args()
    if options.work:
        return measure(options, options.work)
    with tempfile.TemporaryDirectory(prefix="tracuu-bench-") as name:
        measure(options, pathlib.Path(name))


if __name__ == "__main__":
    main()
