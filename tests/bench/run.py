#!/usr/bin/env python3
"""Measures building and searching against plain Xapian, in one run.

    tests/bench/run.py [--articles N] [--build build/release] [--work DIR]
    tests/bench/run.py --corpus FILE --queries FILE [--truth FILE]

Without --corpus it generates N articles (scripts/generate_corpus.py) and 200
queries (make_queries.py). Prints Markdown: docs/benchmarks.md is such output.
Absolute figures depend on the machine; the ratios are what counts. CPU times
are of the thread or process, so a busy machine changes them little.

--truth: answers of a brute-force reader, one JSON line a query with "total"
and "facets"; every total and count is compared with it, exactly.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent


def run(command, env=None, stdout=None):
    """Runs to the end; returns exit code, wall and CPU seconds, peak MB."""
    start = time.monotonic()
    process = subprocess.Popen([str(c) for c in command], stdout=stdout,
                               env={**os.environ, **(env or {})})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return {"code": process.returncode,
            "seconds": time.monotonic() - start,
            "cpu": usage.ru_utime + usage.ru_stime,
            "peak_mb": usage.ru_maxrss / 1024}


def folder_bytes(path):
    path = pathlib.Path(path)
    if path.is_file():
        return path.stat().st_size
    return sum(f.stat().st_size for f in path.rglob("*") if f.is_file())


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def best(row, key):
    """The least of the rounds: the cost without what else the machine did."""
    return min(row[key])


def spread(rows, key):
    return [percentile([best(r, key) for r in rows], s)
            for s in (0.50, 0.95, 0.99)]


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def compare(rows, truth):
    """Descriptions of every total or count that is not the truth's."""
    by_id = {t["qid"]: t for t in truth}
    wrong = []
    for row in rows:
        want = by_id[row["qid"]]
        if row["total"] != want["total"]:
            wrong.append(f"query {row['qid']}: total {row['total']}, "
                         f"not {want['total']}")
            continue
        for facet, counts in want["facets"].items():
            got = {normal(k): v for k, v in row["facets"][facet].items() if v}
            expected = {normal(k): v for k, v in counts.items() if v}
            if got != expected:
                wrong.append(f"query {row['qid']}: {facet} differs")
    return wrong


def normal(value):
    """The city is "Hồ Chí Minh" with us, "Thành phố Hồ Chí Minh" elsewhere;
    tone placement may differ."""
    value = value.removeprefix("Thành phố ")
    for a, b in (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("uỷ", "ủy"),
                 ("uý", "úy")):
        value = re.sub(rf"(?<![qQ]){a}\b", b, value)
    return value


def server_figures(build, index, queries):
    """Starts the server, asks every query over HTTP; time to ready, memory."""
    start = time.monotonic()
    server = subprocess.Popen(
        [str(build / "bin/tracuu-serve"), "--index", str(index), "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        url = re.search(r"http://\S+", server.stdout.readline()).group()
        while True:
            try:
                urllib.request.urlopen(url + "/readyz").read()
                break
            except OSError:
                time.sleep(0.01)
        ready = time.monotonic() - start
        wall = []
        for _ in range(2):
            wall.clear()
            for query in queries:
                target = url + "/api/v1/search?" + search_parameters(query)
                begin = time.monotonic()
                urllib.request.urlopen(target).read()
                wall.append((time.monotonic() - begin) * 1000)
        status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
        memory = int(re.search(r"RssAnon:\s+(\d+)", status).group(1)) / 1024
        return ready, memory, wall
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def search_parameters(query):
    pairs = [("q", query["q"]),
             ("accents", "ignore" if query["fold"] else "exact")]
    chosen = query["filter"]
    for name in ("province", "resolution"):
        if name in chosen:
            pairs.append((name, chosen[name]))
    if "year" in chosen:
        pairs.append(("year", "{}..{}".format(*chosen["year"])))
    return urllib.parse.urlencode(pairs)


def row(*cells):
    print("| " + " | ".join(str(c) for c in cells) + " |")


def report_build(articles, text_bytes, ours, plain):
    print(f"## Building: {articles:,} articles, {text_bytes / 1e6:,.0f} MB "
          "of JSONL\n")
    row("", "CPU ms an article", "articles a CPU-second", "articles a second",
        "cores used", "peak MB", "index ÷ text")
    row(*["---"] * 7)
    for name, r in (("Tracuu", ours), ("plain Xapian", plain)):
        row(name, f"{r['cpu'] / articles * 1000:.2f}",
            f"{articles / r['cpu']:.0f}", f"{articles / r['seconds']:.0f}",
            f"{r['cpu'] / r['seconds']:.2f}", f"{r['peak_mb']:.0f}",
            f"{r['bytes'] / text_bytes:.2f}")
    print(f"\nCPU an article, Tracuu ÷ plain Xapian: "
          f"**{ours['cpu'] / plain['cpu']:.2f}**\n")


def report_search(ours, plain, http):
    print("## Searching: top 10, exact total, all facets"
          " (Tracuu also snippets); CPU ms\n")
    row("", "p50", "p95", "p99", "mean")
    row(*["---"] * 5)
    figures = {}
    for name, rows in (("Tracuu", ours), ("plain Xapian", plain)):
        figures[name] = spread(rows, "cpu")
        mean = statistics.mean(best(r, "cpu") for r in rows)
        row(name, *(f"{v:.2f}" for v in figures[name] + [mean]))
    ratio = [p / o for o, p in zip(figures["Tracuu"], figures["plain Xapian"])]
    row("plain ÷ Tracuu", *(f"**{v:.1f}**" for v in ratio), "")
    print("\nBy class of query, Tracuu, CPU ms:\n")
    row("class", "queries", "p50", "worst", "plain Xapian p50", "worst")
    row(*["---"] * 6)
    for cls in dict.fromkeys(r["cls"] for r in ours):
        a = [best(r, "cpu") for r in ours if r["cls"] == cls]
        b = [best(r, "cpu") for r in plain if r["cls"] == cls]
        row(cls, len(a), f"{percentile(a, .5):.2f}", f"{max(a):.2f}",
            f"{percentile(b, .5):.1f}", f"{max(b):.1f}")
    ready, memory, wall = http
    print(f"\nOver HTTP on one connection a request: p50 "
          f"{percentile(wall, .5):.1f} ms, p99 {percentile(wall, .99):.1f} ms "
          f"of wall time. Ready {ready:.2f} s after the start; "
          f"{memory:.0f} MB of memory beyond the page cache after all "
          "queries.\n")


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--queries", type=pathlib.Path)
    parser.add_argument("--truth", type=pathlib.Path)
    parser.add_argument("--build", type=pathlib.Path,
                        default=ROOT / "build/release")
    parser.add_argument("--work", type=pathlib.Path,
                        default=ROOT / "build/bench")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reuse", action="store_true",
                        help="keep the indexes of the last run")
    return parser.parse_args()


def prepare(options):
    options.work.mkdir(parents=True, exist_ok=True)
    corpus = options.corpus
    if corpus is None:
        corpus = options.work / f"corpus-{options.articles}.jsonl"
        if not corpus.exists():
            run([sys.executable, ROOT / "scripts/generate_corpus.py", "--n",
                 options.articles, "--out", corpus, "--stated"])
    queries = options.queries
    if queries is None:
        queries = options.work / (corpus.stem + "-queries.jsonl")
        with open(queries, "w", encoding="utf-8") as out:
            run([sys.executable, HERE / "make_queries.py", corpus], stdout=out)
    return corpus, queries


def build_indexes(options, corpus):
    saved = options.work / "build.json"
    index, plain_db = options.work / "index", options.work / "plain"
    if options.reuse and saved.exists():
        figures = json.loads(saved.read_text())
    else:
        for old in (index, plain_db):
            shutil.rmtree(old, ignore_errors=True)
        ours = run([options.build / "bin/tracuu-index", "build", "--index",
                    index, corpus])
        if ours["code"] != 0:
            sys.exit(f"tracuu-index ended with {ours['code']}")
        plain = run([options.build / "bin/plain_xapian", "index", corpus,
                     plain_db], env={"XAPIAN_FLUSH_THRESHOLD": "500"},
                    stdout=subprocess.DEVNULL)
        ours["bytes"], plain["bytes"] = folder_bytes(index), folder_bytes(
            plain_db)
        figures = {"ours": ours, "plain": plain}
        saved.write_text(json.dumps(figures))
    return index, plain_db, figures


def main():
    options = arguments()
    corpus, queries = prepare(options)
    with open(corpus, "rb") as lines:
        articles = sum(1 for _ in lines)
    index, plain_db, figures = build_indexes(options, corpus)
    report_build(articles, corpus.stat().st_size, figures["ours"],
                 figures["plain"])

    answers = {}
    for name, program, db in (("ours", "search_bench", index),
                              ("plain", "plain_xapian", plain_db)):
        output = options.work / f"{name}.jsonl"
        with open(output, "w", encoding="utf-8") as out:
            done = run([options.build / "bin" / program, "query", db, queries,
                        options.rounds], stdout=out)
        if done["code"] != 0:
            sys.exit(f"{program} ended with {done['code']}")
        answers[name] = read_lines(output)
    http = server_figures(options.build, index, read_lines(queries))
    report_search(answers["ours"], answers["plain"], http)
    if options.truth:
        wrong = compare(answers["ours"], read_lines(options.truth))
        print(f"Totals and facet counts against a brute-force reader: "
              f"{len(answers['ours'])} queries, {len(wrong)} differences.\n")
        for line in wrong[:20]:
            print("- " + line)
        return 1 if wrong else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
