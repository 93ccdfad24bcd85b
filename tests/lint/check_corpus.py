#!/usr/bin/env python3
"""Checks a folder of invented articles against its gold labels and the
project's tables: the demo corpus, or the evaluation pages of tests/eval.

Prints one line a fault and exits 1 if there is any. Needs the standard library
only. Run from anywhere: check_corpus.py [FOLDER]; without one the demo corpus
is checked. The labels are FOLDER/gold.ndjson or else FOLDER.ndjson beside it.
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

import page_evidence

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "common/domain/data"
NOTICE = "Bài viết minh họa do dự án Tracuu soạn, không phải sự kiện có thật."
# The same sentence where Vietnamese letters would spoil the page.
NOTICES = (
    NOTICE,
    "Illustrative article written by the Tracuu project, not a real event.",
    "Bµi viÕt minh häa do dù ¸n Tracuu so¹n, kh«ng ph¶i sù kiÖn cã thËt.")
MERGER = "2025-07-01"
MINIMA = {
    "corpus": {"articles": 60, "txt": 20, "html": 20, "jsonl": 20,
               "provinces": 20, "years": 10, "levels": 5, "queries": 60},
    "pages": {"articles": 35, "txt": 15, "html": 12, "jsonl": 8,
              "provinces": 35, "years": 12, "levels": 5, "queries": 0}}
PASSAGE = 12  # words
SITE_CHROME = 6  # a passage that so many articles share is a menu
GOLD_FIELDS = set("source title published event_date year provinces "
                  "provinces_now unit units unit_level resolutions not "
                  "optional note".split())
QUERY_FIELDS = set("id q style filters relevant must_not note".split())
WEEKDAYS = "hai ba tư năm sáu bảy nhật".split()
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


def article_of(text):
    """The text to read, and the whole with the meta tags and comments."""
    return (comparable(re.sub(r"(?s)<!--.*?-->", "", text)), comparable(text))


def read_article_file(path, source):
    """Source → (text, whole) of one file, as the indexer names sources."""
    if path.suffix in (".txt", ".html"):
        return {source: article_of(path.read_text(encoding="utf-8"))}
    if ".jsonl" not in path.suffixes:
        fault(source, "neither .txt, .html nor .jsonl")
        return {}
    articles = {}
    for number, row in enumerate(read_jsonl(path), 1):
        if not ("id" in row or "url" in row):
            fault(f"{source}#{number}", "neither id nor url")
        body = row.get("text") or row.get("html") or ""
        articles[f"{source}#{number}"] = (
            comparable(f"{row.get('title', '')}\n{body}"),
            comparable(" ".join(map(str, row.values()))))
    return articles


def read_articles(corpus):
    articles = {}
    for path in sorted(corpus.glob("*/*")):
        source = f"{corpus.name}/{path.parent.name}/{path.name}"
        articles.update(read_article_file(path, source))
    return articles


def check_counts(minima, articles, gold, queries):
    years = {row.get("year") for row in gold} - {None}
    counts = {
        "articles": len(articles),
        "provinces": len({p for row in gold for p in row["provinces"]}),
        "years": len(years),
        "levels": len({row["unit_level"] for row in gold}),
        "queries": len(queries)}
    for kind in ("txt", "html", "jsonl"):
        counts[kind] = sum(f"/{kind}/" in source for source in articles)
    for name, least in minima.items():
        if counts[name] < least:
            fault("all", f"{counts[name]} {name}, needs {least}")
    return counts


def check_articles(articles, others):
    """Each says it is invented; none shares more than a stray passage with
    another or with one of `others`."""
    holders = collections.defaultdict(set)
    for source, (text, _) in [*articles.items(), *others.items()]:
        notice = next((n for n in NOTICES if n in text), None)
        if notice is None:
            fault(source, "does not say that it is invented")
        words = text.partition(notice or NOTICE)[0].split()
        for start in range(len(words) - PASSAGE + 1):
            holders[" ".join(words[start:start + PASSAGE])].add(source)
    shared = collections.Counter()
    for sources in holders.values():
        if 1 < len(sources) < SITE_CHROME:
            shared.update(itertools.combinations(sorted(sources), 2))
    for pair, passages in shared.items():
        # Official titles are long: two articles may quote the same one.
        if passages > 24:
            fault(" and ".join(pair), f"{passages} passages alike")


def check_weekdays(articles):
    """A weekday before a date is the weekday of that date."""
    stamp = re.compile(r"(?i)(?:thứ|chủ)\s+(\w+),?\s+(?:ngày\s+)?"
                       r"(\d\d?)[/-](\d\d?)[/-](\d{4})")
    for source, (text, _) in articles.items():
        for word, day, month, year in stamp.findall(text):
            try:
                date = datetime.date(int(year), int(month), int(day))
            except ValueError:
                continue  # an impossible date has no weekday
            names = (WEEKDAYS[date.weekday()], str(date.weekday() + 2))
            if word.lower() not in names:
                fault(source, f"{date} is no {word}")


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


def check_evidence(row, whole, tables):
    """What the row wants or forbids stands in the page: a trap whose words are
    not there cannot be walked into."""
    source = row["source"]
    plenums = tables["plenums"]
    for name in ("published", "event_date"):
        if row[name] and not page_evidence.shows_day(whole, row[name]):
            fault(source, f"{name} {row[name]} is nowhere in the page")
    for identity in row["resolutions"] + row["not"].get("resolutions", []):
        cues = tables["cues"].get(identity, ()) if (
            identity in row["resolutions"]) else ()  # may be cited by name
        if not page_evidence.shows_document(whole, identity, plenums) and not any(
                cue in whole.casefold() for cue in cues):
            fault(source, f"{identity} is nowhere in the page")
    for name in row["not"].get("provinces", []):
        if not page_evidence.may_mislead(
                row, name, whole, tables["proofs"], tables["places"][2]):
            fault(source, f"the trap {name} is nowhere in the page")
    for year in row["not"].get("year", []):
        if str(year) not in whole:
            fault(source, f"the trap {year} is nowhere in the page")


def check_gold_row(row, article, tables):
    text, whole = article
    source = row["source"]
    if set(row) != GOLD_FIELDS:
        fault(source, f"fields {sorted(set(row) ^ GOLD_FIELDS)}")
        return
    check_year(row)
    check_places(row, *tables["places"])
    check_evidence(row, whole, tables)
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
        "plenums": dict(zip(column("resolutions.tsv", "id"),
                            column("resolutions.tsv", "plenum"))),
        "cues": {identity: list(filter(None, cues.casefold().split("|")))
                 for identity, cues in zip(
                     column("resolutions.tsv", "id"),
                     column("resolutions.tsv", "topic_cues"))},
        "resolutions": set(column("resolutions.tsv", "id"))}


def main():
    folder = pathlib.Path(
        sys.argv[1] if len(sys.argv) > 1 else ROOT / "corpus").resolve()
    labels = folder / "gold.ndjson"
    queries = folder / "queries.ndjson"
    is_corpus = labels.exists()
    articles = read_articles(folder)
    gold = read_jsonl(labels if is_corpus else folder.with_suffix(".ndjson"))
    queries = read_jsonl(queries) if queries.exists() else []
    check_articles(articles, {} if is_corpus else read_articles(ROOT / "corpus"))
    check_gold(articles, gold, load_tables())
    check_queries(articles, queries)
    if not is_corpus:
        check_weekdays(articles)
    minima = MINIMA["corpus" if is_corpus else "pages"]
    counts = check_counts(minima, articles, gold, queries)
    held = ", ".join(f"{name} {count}" for name, count in counts.items())
    print("\n".join(faults) if faults else f"{folder.name}: ok ({held})")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
