#!/usr/bin/env python3
"""Precision and recall of near-duplicates, in pairs of articles, over a set
whose truth is known (copies_set.py). Builds an index, asks the server which
articles are folded, and counts:

    tests/eval/copies.py                       # 400 reports of each kind
    tests/eval/copies.py --reports 60 --min 0.98   # fails below that
    tests/eval/copies.py --errors              # every wrong and missed pair
    tests/eval/copies.py --crawl FILE.jsonl    # records of equal text as truth
"""

import argparse
import collections
import itertools
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/integration"))
import programs  # noqa: E402
import copies_set  # noqa: E402


def sample_articles():
    """Title and paragraphs of the sample articles that are long enough."""
    pages = programs.explain(programs.CORPUS / "txt", programs.CORPUS / "jsonl",
                             programs.CORPUS / "html")
    for page in pages.values():
        text = page["text"]
        body = "\n".join(text[block["start"]:block["end"]]
                         for block in page["blocks"]
                         if block["role"] in ("lead", "body"))
        paragraphs = [one for one in body.split("\n") if one.strip()]
        if len(body.split()) >= 120:
            yield page["title"], paragraphs


def clusters_of(server):
    """The cluster's name by URL, for every article that has one."""
    found = {}
    for sort in ("-date", "date"):
        for page in range(1, 101):
            answer = server.search(
                ("collapse", "false"), ("facets", ""), ("sort", sort),
                ("per_page", 100), ("page", page))
            for hit in answer["hits"]:
                if hit["cluster"]:
                    found[hit["url"]] = hit["cluster"]["id"]
            if len(answer["hits"]) < 100:
                return found
    return found


def pairs_of(group_of):
    """All pairs of keys with the same group."""
    groups = collections.defaultdict(list)
    for key, group in group_of.items():
        groups[group].append(key)
    return {pair for keys in groups.values()
            for pair in itertools.combinations(sorted(keys), 2)}


def measure(records):
    with programs.temporary_folder() as folder:
        crawl = folder / "copies.jsonl"
        with open(crawl, "w", encoding="utf-8") as out:
            for one in records:
                out.write(json.dumps(one["record"], ensure_ascii=False) + "\n")
        programs.build(folder / "index", crawl)
        with programs.Server(folder / "index") as server:
            server.wait_ready()
            found = clusters_of(server)
    return pairs_of(found)


def share(part, whole):
    return part / whole if whole else 1.0


def report(records, found, show_errors):
    """Prints the figures; returns precision and recall."""
    truth = {one["record"]["url"]: one["truth"] for one in records}
    kinds = {one["record"]["url"]: one["kind"] for one in records}
    titles = {one["record"]["url"]: one["record"].get("title", "")
              for one in records}
    right = pairs_of(truth)
    hit = right & found
    by_kind = collections.defaultdict(lambda: [0, 0])
    for pair in right:
        for kind in {kinds[url] for url in pair}:
            by_kind[kind][0] += pair in hit
            by_kind[kind][1] += 1
    print(f"{len(records)} articles, {len(set(truth.values()))} reports")
    print("| pairs with an article made by | pairs | found |")
    print("| --- | --- | --- |")
    for kind, (some, every) in sorted(by_kind.items()):
        print(f"| {kind} | {every} | {share(some, every):.3f} |")
    wrong = collections.Counter(
        " / ".join(sorted(kinds[url] for url in pair))
        for pair in found - right)
    for kind, count in wrong.most_common(10):
        print(f"wrong: {count} pairs of {kind}")
    if show_errors:
        for name, pairs in (("wrong", found - right), ("missed", right - found)):
            for one, other in sorted(pairs):
                print(f"{name}: {one} ({kinds[one]}) {titles[one]}\n"
                      f"       {other} ({kinds[other]}) {titles[other]}")
    precision = share(len(hit), len(found))
    recall = share(len(hit), len(right))
    print(f"pairs: {len(right)}; precision {precision:.4f}, recall "
          f"{recall:.4f}")
    return precision, recall


def read_crawl(path):
    """Records of a crawl; those of one text are one report."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield {"record": record, "truth": record["text"], "kind": "crawl"}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--min", type=float, default=0)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--crawl", type=pathlib.Path)
    options = parser.parse_args()
    if options.crawl:
        records = list(read_crawl(options.crawl))
    else:
        records = copies_set.make(options.seed, options.reports,
                                  list(sample_articles()))
    precision, recall = report(records, measure(records), options.errors)
    if min(precision, recall) < options.min:
        sys.exit(f"below {options.min}")


if __name__ == "__main__":
    main()
