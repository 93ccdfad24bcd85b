#!/usr/bin/env python3
"""Checks the demo corpus against its gold labels and the project's tables.

Prints one line a fault and exits 1 if there is any. Needs the standard library
only. Run from anywhere: check_corpus.py [CORPUS_FOLDER]
"""

import collections
import csv
import datetime
import gzip
import html
import itertools
import json
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "common/domain/data"
NOTICE = "Bài viết minh họa do dự án Tracuu soạn, không phải sự kiện có thật."
MERGER = "2025-07-01"
MINIMA = {"articles": 60, "txt": 20, "html": 20, "jsonl": 20,
          "provinces": 20, "years": 10, "levels": 5, "queries": 60}
PASSAGE = 12  # words
SITE_CHROME = 6  # a passage that so many articles share is a menu
GOLD_FIELDS = set("source title published event_date year provinces "
                  "provinces_now unit units unit_level resolutions not "
                  "optional note".split())
QUERY_FIELDS = set("id q style filters relevant must_not note".split())
STYLES = set("accented unaccented partly telex vni phrase abbrev typo "
             "filtered symbol".split())
FILTERS = set("province province_now unit unit_level year resolution "
              "host".split())

faults = []


def fault(where, what):
    faults.append(f"{where}: {what}")


def column(table, name):
    with open(DATA / table, encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(
            file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def read_jsonl(path):
    opener = gzip.open if path.suffix == ".gz" else open
    rows = []
    with opener(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                rows.append(json.loads(line))
            except ValueError as error:
                fault(f"{path.name}:{number}", f"not JSON: {error}")
                rows.append({})
    return rows


def comparable(text):
    """NFC, U+00D0 as Đ, entities decoded, one kind of space."""
    text = unicodedata.normalize("NFC", html.unescape(text))
    return re.sub(r"\s+", " ", text.replace("\u00d0", "Đ"))


def read_articles(corpus):
    """Source → comparable text, as the indexer names its sources."""
    articles = {}
    for path in sorted(corpus.glob("*/*")):
        source = f"{corpus.name}/{path.parent.name}/{path.name}"
        if path.suffix in (".txt", ".html"):
            text = path.read_text(encoding="utf-8")
            articles[source] = comparable(re.sub(r"(?s)<!--.*?-->", "", text))
        elif ".jsonl" in path.suffixes:
            for number, row in enumerate(read_jsonl(path), 1):
                if not ("id" in row or "url" in row):
                    fault(f"{source}#{number}", "neither id nor url")
                body = row.get("text") or row.get("html") or ""
                articles[f"{source}#{number}"] = comparable(
                    f"{row.get('title', '')}\n{body}")
        else:
            fault(source, "neither .txt, .html nor .jsonl")
    return articles


def check_counts(articles, gold, queries):
    years = {row.get("year") for row in gold} - {None}
    counts = {
        "articles": len(articles),
        "provinces": len({p for row in gold for p in row["provinces"]}),
        "years": len(years),
        "levels": len({row["unit_level"] for row in gold}),
        "queries": len(queries)}
    for kind in ("txt", "html", "jsonl"):
        counts[kind] = sum(f"/{kind}/" in source for source in articles)
    for name, least in MINIMA.items():
        if counts[name] < least:
            fault("corpus", f"{counts[name]} {name}, needs {least}")
    return counts


def check_articles(articles):
    """Each says it is invented; no two share more than a stray passage."""
    holders = collections.defaultdict(set)
    for source, text in articles.items():
        if NOTICE not in text:
            fault(source, "does not say that it is invented")
        words = text.partition(NOTICE)[0].split()
        for start in range(len(words) - PASSAGE + 1):
            holders[" ".join(words[start:start + PASSAGE])].add(source)
    shared = collections.Counter()
    for sources in holders.values():
        if 1 < len(sources) < SITE_CHROME:
            shared.update(itertools.combinations(sorted(sources), 2))
    for pair, passages in shared.items():
        if passages > 20:
            fault(" and ".join(pair), f"{passages} passages alike")


def check_date(source, name, value):
    if value is None:
        return
    try:
        datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        fault(source, f"{name} {value!r} is no date")


def check_year(row):
    source = row["source"]
    for name in ("published", "event_date"):
        check_date(source, name, row[name])
    stated = row["published"] or row["event_date"]
    year = int(stated[:4]) if stated else None
    if row["year"] != year:
        fault(source, f"year {row['year']}, but the dates say {year}")
    if row["published"] and row["event_date"] and (
            row["event_date"] > row["published"]):
        fault(source, "event after publication")


def check_places(row, old, new, successor):
    source = row["source"]
    for name in row["provinces_now"]:
        if name not in new:
            fault(source, f"{name!r} is none of the 34 provinces")
    day = row["published"] or row["event_date"]
    behind = row["provinces"]
    if day and day >= MERGER:
        count = len(row["provinces_now"])
        if behind[:count] != row["provinces_now"]:
            fault(source, "provinces must start with those of its day")
        behind = behind[count:]
    for name in behind:
        if name not in old:
            fault(source, f"{name!r} is none of the 63 provinces")
        elif successor[name] not in row["provinces_now"]:
            fault(source, f"{name} lies in {successor[name]} now")
    for name in row["not"].get("provinces", []):
        if name not in old | new:
            fault(source, f"{name!r} is no province")
    if row["provinces_now"] and not row["provinces"]:
        fault(source, "only today's province")


def check_gold_row(row, text, tables):
    source = row["source"]
    if set(row) != GOLD_FIELDS:
        fault(source, f"fields {sorted(set(row) ^ GOLD_FIELDS)}")
        return
    check_year(row)
    check_places(row, *tables["places"])
    if comparable(row["title"]) not in text:
        fault(source, "the title does not stand in the text")
    folded = text.casefold()
    for name in row["provinces"]:
        if not any(proof.casefold() in folded
                   for proof in tables["proofs"].get(name, ())):
            fault(source, f"neither {name} nor a district of it is named")
    if row["units"][:1] != ([row["unit"]] if row["unit"] else []):
        fault(source, "unit is not the first of units")
    if row["unit_level"] not in tables["levels"]:
        fault(source, f"unknown level {row['unit_level']!r}")
    for identity in row["resolutions"] + row["not"].get("resolutions", []):
        if ":" in identity and identity not in tables["resolutions"]:
            fault(source, f"{identity} is not in resolutions.tsv")
    for facet in row["not"]:
        wrong = set(row["not"][facet]) & set(
            row[facet] if isinstance(row[facet], list) else [row[facet]])
        if wrong:
            fault(source, f"{sorted(map(str, wrong))} both wanted and a trap")


def check_gold(articles, gold, tables):
    sources = [row["source"] for row in gold]
    for source, count in collections.Counter(sources).items():
        if count > 1:
            fault(source, f"{count} gold rows")
        if source not in articles:
            fault(source, "gold row without an article")
    for source in articles.keys() - set(sources):
        fault(source, "article without a gold row")
    for row in gold:
        if row["source"] in articles:
            check_gold_row(row, articles[row["source"]], tables)


def check_queries(articles, queries):
    for identity, count in collections.Counter(
            row.get("id") for row in queries).items():
        if count > 1:
            fault(f"query {identity}", "twice")
    for row in queries:
        where = f"query {row.get('id')}"
        if set(row) != QUERY_FIELDS:
            fault(where, f"fields {sorted(set(row) ^ QUERY_FIELDS)}")
            continue
        if row["style"] not in STYLES:
            fault(where, f"unknown style {row['style']!r}")
        if set(row["filters"]) - FILTERS:
            fault(where, f"unknown filter in {row['filters']}")
        for source in [*row["relevant"], *row["must_not"]]:
            if source not in articles:
                fault(where, f"no article {source}")
        if not row["relevant"] or set(row["relevant"].values()) - {1, 2, 3}:
            fault(where, "grades must be 1 to 3, one at least")
        if set(row["relevant"]) & set(row["must_not"]):
            fault(where, "an article both relevant and forbidden")


def load_proofs():
    """Province → the spellings and district names that prove it."""
    proofs = {}
    for name, strong, weak in zip(
            column("provinces.tsv", "name"),
            column("provinces.tsv", "strong_aliases"),
            column("provinces.tsv", "weak_aliases")):
        # A new tone placement or another dash is the same name.
        proofs[name] = [
            name, name.replace("òa", "oà").replace("óa", "oá"),
            name.replace(" - ", "–"), name.replace("Thừa Thiên ", ""),
            *filter(None, f"{strong}|{weak}".split("|"))]
    for name, province in zip(column("districts.tsv", "name"),
                              column("districts.tsv", "province")):
        proofs[province].append(name)
    # What proves a part proves the whole.
    for name, successor in zip(column("provinces.tsv", "name"),
                               column("provinces.tsv", "successor")):
        if name != successor:
            proofs.setdefault(successor, [successor]).extend(proofs[name])
    return proofs


def load_tables():
    old = column("provinces.tsv", "name")
    successor = dict(zip(old, column("provinces.tsv", "successor")))
    return {
        "places": (set(old), set(column("provinces_2025.tsv", "name")),
                   successor),
        "proofs": load_proofs(),
        "levels": set(column("unit_levels.tsv", "code")),
        "resolutions": set(column("resolutions.tsv", "id"))}


def main():
    corpus = pathlib.Path(
        sys.argv[1] if len(sys.argv) > 1 else ROOT / "corpus").resolve()
    articles = read_articles(corpus)
    gold = read_jsonl(corpus / "gold.ndjson")
    queries = read_jsonl(corpus / "queries.ndjson")
    check_articles(articles)
    check_gold(articles, gold, load_tables())
    check_queries(articles, queries)
    counts = check_counts(articles, gold, queries)
    held = ", ".join(f"{name} {count}" for name, count in counts.items())
    print("\n".join(faults) if faults else f"corpus: ok ({held})")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
