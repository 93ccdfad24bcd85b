#!/usr/bin/env python3
"""Compares the facets that tracuu-index extracts with hand-made labels.

    facets.py --set all                 every set there is, one after the other
    facets.py --set pages --errors      one set, with every wrong and missed value
    facets.py --gold GOLD SOURCE...     labels and pages of your own

GOLD is one of
  *.json    {"seeds": [{"file", "published", "provinces", "units", …}]}
  *.ndjson or *.jsonl
            one row a document: {"doc" or "source", "published", "event_date",
            "year", "provinces", "provinces_now", "unit", "units",
            "resolutions"} and, if given, "optional" (values that count neither
            way) and "not" (values that must not appear: traps).

Prints precision, recall and F1 of every facet, the share of documents whose
principal unit is exactly right, and every trap that was walked into. Exit
code 1 if a threshold given on the command line is missed, 2 for bad input.
See README.md beside this file for the rules of comparing.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from facet_labels import FACETS, load_gold, resolution_key, unit_key

ROOT = Path(__file__).resolve().parents[2]
# Name → labels and pages; those beside the project may be absent.
SETS = {"corpus": ("corpus/gold.ndjson",
                   ["corpus/txt", "corpus/html", "corpus/jsonl"]),
        "pages": ("tests/eval/pages.ndjson", ["tests/eval/pages"]),
        "real": ("real/gold.jsonl", ["real/docs"]),
        "seeds": ("seeds/gold_facets.json", ["seeds"])}
BESIDE = {"real", "seeds"}
# Labels of press articles, by the records' ids; the texts are a crawl that
# lies beside the project.
PRESS = ("tests/eval/press_labels.ndjson", "real/bulk.jsonl.gz")


def shared_folder():
    return Path(os.environ.get("TRACUU_SHARED", ROOT / "../shared"))


def folder_of(name):
    """Where the paths of a set start."""
    return shared_folder() if name in BESIDE else ROOT


def meet_symbols(found, gold):
    """A label without a year means the symbol: returns `found` with the years
    left out where no label has them."""
    labels = (gold.values["resolutions"] | gold.optional["resolutions"] |
              gold.traps["resolutions"])
    return {value if value in labels or value.split(":")[0] not in labels
            else value.split(":")[0] for value in found}


def documents_of_plenums():
    """Plenum form ("NQTW4-XII") → the ids of its documents."""
    table = Path(__file__).parents[2] / "common/domain/data/resolutions.tsv"
    lines = [line for line in table.read_text(encoding="utf-8").splitlines()
             if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    plenums = {}
    for line in lines[1:]:
        row = dict(zip(columns, line.split("\t")))
        if row.get("plenum") and row.get("term"):
            form = f"NQTW{row['plenum']}-{row['term']}"
            plenums.setdefault(form, set()).add(resolution_key(row["id"]))
    return plenums


def meet_plenums(found, gold, plenums):
    """A plenum wanted by its form is met by a document of it, and the other
    way round: returns `found` in the spelling of the label."""
    wanted = gold.values["resolutions"] | gold.optional["resolutions"]
    for form, documents in plenums.items():
        if form in wanted and form not in found and found & documents - wanted:
            found = found - (documents - wanted) | {form}
    return found


def found_in(row, gold):
    found = {"title": {gold.canonical("title", row["title"])}}
    for facet in ("published", "event_date"):
        day = row[facet]
        found[facet] = {gold.canonical(facet, day)} if day else set()
    found["year"] = {str(row["year"])} if row["year"] else set()
    for facet in ("provinces", "provinces_now", "resolutions"):
        found[facet] = {gold.canonical(facet, v) for v in row[facet]}
    acting = [unit for unit in row["evidence"]["unit"]
              if unit.get("role") != "publisher"]
    found["units"] = {unit_key(unit["value"]) for unit in acting}
    found["unit_level"] = {unit["level"] for unit in acting[:1]}
    return found, (acting[0]["value"] if acting else None)


def run_explain(program, sources):
    done = subprocess.run([program, "explain", *sources], check=False,
                          stdout=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit(f"{program} explain failed with exit code {done.returncode}")
    rows = {}
    for line in done.stdout.decode("utf-8").splitlines():
        if line.startswith("{"):
            row = json.loads(line)
            rows[row["source"]] = row
    return rows


def row_for(rows, source):
    if source in rows:
        return rows[source]
    tail = "/" + Path(source).name
    matches = [row for name, row in rows.items()
               if ("/" + name).endswith(tail)]
    return matches[0] if len(matches) == 1 else None


class Tally:
    def __init__(self):
        self.right = self.wrong = self.missed = 0

    def add(self, right, wrong, missed):
        self.right += right
        self.wrong += wrong
        self.missed += missed

    def scores(self):
        found = self.right + self.wrong
        wanted = self.right + self.missed
        precision = self.right / found if found else 1.0
        recall = self.right / wanted if wanted else 1.0
        total = precision + recall
        f1 = 2 * precision * recall / total if total else 0.0
        return precision, recall, f1


def compare(golds, rows, show, plenums):
    tallies = {facet: Tally() for facet in FACETS}
    traps = []
    principal_right = principal_all = 0
    for gold in golds:
        row = row_for(rows, gold.source)
        if row is None:
            sys.exit(f"no explain output for {gold.source}")
        found, unit = found_in(row, gold)
        found["resolutions"] = meet_symbols(found["resolutions"], gold)
        found["resolutions"] = meet_plenums(found["resolutions"], gold,
                                            plenums)
        for facet in FACETS:
            if facet not in gold.judged:
                continue
            wanted = gold.values[facet]
            free = gold.optional[facet]
            right = found[facet] & wanted - free
            wrong = found[facet] - wanted - free
            if facet == "event_date" and gold.partial_event_is_free:
                wrong = {value for value in wrong
                         if not value.startswith("--")}
            missed = wanted - free - found[facet]
            tallies[facet].add(len(right), len(wrong), len(missed))
            hit = found[facet] & gold.traps[facet]
            traps += [(gold.source, facet, value) for value in sorted(hit)]
            if show:
                for value in sorted(wrong):
                    print(f"  {gold.source} {facet} wrong  {value}")
                for value in sorted(missed):
                    print(f"  {gold.source} {facet} missed {value}")
        if gold.unit is None:
            if unit is not None and show and unit_key(unit) not in gold.unit_optional:
                print(f"  {gold.source} unit none, not {unit}")
            continue
        principal_all += 1
        name = unit_key(unit) if unit else None
        if name == gold.unit or name in gold.unit_optional:
            principal_right += 1
        elif show:
            print(f"  {gold.source} unit   {gold.unit}  not  {unit}")
    share = principal_right / principal_all if principal_all else 1.0
    return tallies, share, principal_all, traps


def report(tallies, share, units, traps, arguments):
    """Prints the table of one set; False if a threshold was missed."""
    held = True
    print(f"{'facet':15}{'P':>7}{'R':>7}{'F1':>7}   right wrong missed")
    for facet, tally in tallies.items():
        if not any((tally.right, tally.wrong, tally.missed)):
            continue
        precision, recall, f1 = tally.scores()
        print(f"{facet:15}{precision:7.3f}{recall:7.3f}{f1:7.3f}   "
              f"{tally.right:5} {tally.wrong:5} {tally.missed:6}")
        if f1 < getattr(arguments, f"min_{facet}"):
            print(f"  below --min-{facet.replace('_', '-')}")
            held = False
    print(f"principal unit exact {share:.3f} of {units}")
    if share < arguments.min_unit:
        print("  below --min-unit")
        held = False
    print(f"traps {len(traps)}")
    for source, facet, value in traps:
        print(f"  {source} {facet} {value}")
    if arguments.max_traps is not None and len(traps) > arguments.max_traps:
        held = False
    return held


def measure(gold, sources, arguments):
    golds = load_gold(gold)
    rows = run_explain(arguments.program, sources)
    plenums = {} if arguments.strict_plenums else documents_of_plenums()
    results = compare(golds, rows, arguments.errors, plenums)
    return report(*results, arguments)


def measure_press(arguments):
    labels, crawl = ROOT / PRESS[0], shared_folder() / PRESS[1]
    if not crawl.is_file():
        print("press: skipped, no such crawl beside the project")
        return True
    print("press:")
    rows = [json.loads(line) for line in
            labels.read_text(encoding="utf-8").splitlines() if line.strip()]
    wanted = {row["id"]: i for i, row in enumerate(rows)}
    records = [None] * len(rows)
    with gzip.open(crawl, "rt", encoding="utf-8") as lines:
        for line in lines:
            place = wanted.get(json.loads(line)["id"])
            if place is not None:
                records[place] = line
    for row, record in zip(rows, records):
        if record is None:
            sys.exit(f"{crawl} has no record {row['id']}")
    with tempfile.TemporaryDirectory() as folder:
        texts, gold = Path(folder, "press.jsonl"), Path(folder, "gold.ndjson")
        texts.write_text("".join(records), encoding="utf-8")
        gold.write_text("".join(
            json.dumps(row | {"source": f"press.jsonl#{i}"},
                       ensure_ascii=False) + "\n"
            for i, row in enumerate(rows, 1)), encoding="utf-8")
        return measure(str(gold), [str(texts)], arguments)


def measure_set(name, arguments):
    if name == "press":
        return measure_press(arguments)
    gold, sources = SETS[name]
    folder = folder_of(name)
    if not (folder / gold).is_file():
        print(f"{name}: skipped, no such pages beside the project")
        return True
    print(f"{name}:")
    return measure(str(folder / gold), [str(folder / s) for s in sources],
                   arguments)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(
        Path(os.environ.get("TRACUU_BIN", "build/release/bin")) /
        "tracuu-index"))
    parser.add_argument("--gold", help="the labels")
    parser.add_argument("--set", choices=[*SETS, "press", "all"],
                        help="a labelled set of the project or beside it;"
                             " nothing is measured where one is absent")
    parser.add_argument("--errors", action="store_true",
                        help="print every wrong and every missed value")
    parser.add_argument("--strict-plenums", action="store_true",
                        help="a plenum label is met by its own form only")
    for facet in FACETS:
        parser.add_argument(f"--min-{facet.replace('_', '-')}", type=float,
                            default=0.0, metavar="F1")
    parser.add_argument("--min-unit", type=float, default=0.0, metavar="SHARE",
                        help="least share of exact principal units")
    parser.add_argument("--max-traps", type=int, default=None)
    parser.add_argument("sources", nargs="*")
    arguments = parser.parse_args()
    if not arguments.set and not (arguments.gold and arguments.sources):
        parser.error("give --set, or --gold and SOURCE...")
    return arguments


def main():
    arguments = parse_arguments()
    if not arguments.set:
        held = measure(arguments.gold, arguments.sources, arguments)
    elif arguments.set == "all":
        held = all([measure_set(name, arguments)
                    for name in [*SETS, "press"]])
    else:
        held = measure_set(arguments.set, arguments)
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
