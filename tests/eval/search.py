#!/usr/bin/env python3
"""How good are the hits? Asks every graded query of our server over HTTP.

    search.py                       figures, ablations, other engines: Markdown
    search.py --quick               our figures alone
    search.py --set corpus --errors every query that is not answered perfectly
    search.py --quick --check tests/eval/search_baseline.json
                                    exit code 1 if a figure fell by a point
    search.py --quick --write tests/eval/search_baseline.json

Sets: "corpus" and "graded"; where real pages lie beside the project also
"real", and "mixed", everything among --background press articles. See
README.md beside this file for the figures and their rules.
"""

import argparse
import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import search_sets  # noqa: E402
import search_peers  # noqa: E402
from search_metrics import (FIGURES, STYLES, averages, has_marks,  # noqa: E402
                            judge, without_marks)

# Features of server/search/ranking_options.h.
FEATURES = ("title", "pairs", "proximity", "reading", "entities", "date",
            "near")
TOLERANCE = 0.01


def ask(evaluated, engine):
    """[(query, figures)]; what nobody judged is left out of the hits."""
    judged = []
    for query in evaluated.queries:
        found = engine.hits(query)
        kept = search_sets.judged_only(query, found)
        figures = judge(query, kept)
        figures["strict"] = judge(query, found)
        judged.append((query, {**figures, "hits": kept}))
    return judged


def kept_first(evaluated, engine, judged):
    """Of the queries with marks whose first hit is the best: the share for
    which it still is when the marks are left out."""
    asked, kept = 0, 0
    for query, figures in judged:
        if not figures["success"] or not has_marks(query["q"]):
            continue
        found = search_sets.judged_only(
            query, engine.hits(query, without_marks(query["q"])))
        asked += 1
        kept += judge(query, found)["success"]
    return kept / asked if asked else 1.0, asked


def row(*cells):
    print("| " + " | ".join(str(c) for c in cells) + " |")


def header(*cells):
    row(*cells)
    row(*["---"] * len(cells))


def number(value):
    return f"{value:.3f}"


def styles_in(table):
    return [*(s for s in STYLES if s in table), "all"]


def print_figures(judged):
    table = averages(judged)
    halves = {half: averages([(q, f) for q, f in judged if q["split"] == half])
              for half in ("tune", "test")}
    header("queries typed", "number", "nDCG@10", "MRR", "success@1",
           "nDCG@10, tune", "nDCG@10, test", "above a graded one")
    for style in styles_in(table):
        figures = table[style]
        row(style, figures["queries"], *(number(figures[f]) for f in FIGURES),
            *(number(halves[h][style]["ndcg"]) if style in halves[h] else "–"
              for h in ("tune", "test")), figures["violations"])
    print()
    return table


def print_errors(judged):
    for query, figures in judged:
        if figures["ndcg"] > 0.999 and not figures["violations"]:
            continue
        print(f"{query['id']} [{query['style']}, {query['split']}] {query['q']} "
              f"{query['filters'] or ''} nDCG {figures['ndcg']:.3f}")
        for source in figures["hits"][:6]:
            print(f"    {query['relevant'].get(source, 0)} "
                  f"{'!' if source in query['must_not'] else ' '} {source}")
        missing = {s: g for s, g in query["relevant"].items()
                   if s not in figures["hits"][:10]}
        if missing:
            print(f"    missing: {missing}")


def print_ablations(evaluated, index, full):
    header("left out", *styles_in(full))
    row("nothing", *(number(full[s]["ndcg"]) for s in styles_in(full)))
    for feature in FEATURES:
        print_without(feature, evaluated, full,
                      search_sets.Ours(index, without=feature))
    print_without("every reading", evaluated, full,
                  search_sets.Ours(index, reading="literal"))
    print()


def print_without(name, evaluated, full, engine):
    table = averages(ask(evaluated, engine))
    engine.close()
    row(name, *(f"{table[s]['ndcg'] - full[s]['ndcg']:+.3f}"
                for s in styles_in(full)))


def print_peers(evaluated, work, full):
    documents = search_peers.read_documents(evaluated.inputs(work))
    header("engine", *styles_in(full))
    row("Tracuu", *(number(full[s]["ndcg"]) for s in styles_in(full)))
    for kind in search_peers.available():
        peer = kind(documents, work)
        try:
            table = averages(ask(evaluated, peer))
        finally:
            peer.close()
        row(peer.name, *(number(table[s]["ndcg"]) for s in styles_in(full)))
    print()


def compare(baseline, tables):
    """What fell by more than the tolerance; a set that is not there is not
    compared."""
    fallen = []
    for name, styles in baseline.items():
        for style, wanted in styles.items() if name in tables else ():
            got = tables[name].get(style, dict.fromkeys(wanted, 0))
            fallen += [f"{name}, {style}: {figure} {got[figure]:.3f}, was "
                       f"{value:.3f}" for figure, value in wanted.items()
                       if got[figure] < value - TOLERANCE]
    return fallen


def evaluate(evaluated, arguments, work):
    index = evaluated.index(work)
    engine = search_sets.Ours(index)
    judged = ask(evaluated, engine)
    share, asked = kept_first(evaluated, engine, judged)
    engine.close()
    print(f"## {evaluated.name}\n")
    full = print_figures(judged)
    print(f"Best article kept first when marks are left out: {share:.1%} of "
          f"{asked} queries.\n")
    if evaluated.background:
        strict = averages([(q, f["strict"]) for q, f in judged])["all"]
        print(f"With every article that nobody judged counted as wrong: nDCG@10 "
              f"{number(strict['ndcg'])}, success@1 "
              f"{number(strict['success'])}.\n")
    if arguments.errors:
        print_errors(judged)
    if not arguments.quick:
        print_ablations(evaluated, index, full)
        print_peers(evaluated, work, full)
    figures = {style: {f: round(row[f], 4) for f in FIGURES}
               for style, row in full.items()}
    figures["all"]["kept_first"] = round(share, 4)
    return figures


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--set", action="append", help="only this set")
    parser.add_argument("--background", type=int, default=5000,
                        help="press articles in the mixed set; 0: no such set")
    parser.add_argument("--work", type=pathlib.Path,
                        help="keeps the indexes, for the next run")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--check", type=pathlib.Path, metavar="BASELINE")
    parser.add_argument("--write", type=pathlib.Path, metavar="BASELINE")
    arguments = parser.parse_args()
    search_sets.programs.require_programs()
    with tempfile.TemporaryDirectory(prefix="tracuu-eval-") as temporary:
        work = (arguments.work or pathlib.Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        tables = {s.name: evaluate(s, arguments, work)
                  for s in search_sets.all_sets(arguments.background)
                  if not arguments.set or s.name in arguments.set}
    if arguments.write:
        old = (json.loads(arguments.write.read_text())
               if arguments.write.exists() else {})
        arguments.write.write_text(
            json.dumps({**old, **tables}, indent=1) + "\n")
    if arguments.check:
        fallen = compare(json.loads(arguments.check.read_text()), tables)
        print("\n".join(fallen) or "No figure fell.")
        return 1 if fallen else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
