#!/usr/bin/env python3
"""Checks tests/eval: its articles, its graded queries, its keystroke lines.

The queries may name articles of corpus/ and of tests/eval/articles/. Prints
one line a fault and exits 1 if there is any. Needs the standard library only.
"""

import collections
import re
import sys
import urllib.parse

import check_corpus
from check_corpus import ROOT, fault

EVAL = ROOT / "tests/eval"
sys.path.insert(0, str(EVAL))
import keystrokes  # noqa: E402

ARTICLE_FIELDS = {"id", "url", "title", "text"}
SPLITS = ("tune", "test")
MIN_QUERIES = 240
MIN_PER_STYLE = 20
MIN_LINES = 500
KEYS = (  # what a person presses, so that coder and decoder cannot err alike
    ("bảo vệ nền tảng", "telex", "tail", "baor veej neenf tangr"),
    ("Đảng bộ", "vni", "tail", "D9ang3 bo65"),
    ("người được", "telex", "one-horn", "nguowif dduowcj"),
    ("quyết định", "telex", "vowel", "quyeest ddijnh"),
    ("giữ cửa", "telex", "tail", "giuwx cuwar"),
    ("hưu trí", "telex", "end", "huuw tris"),
    ("trưởng", "vni", "one-horn", "truo7ng3"),
    ("tiếng đất", "vni", "end", "tieng61 dat961"),
    ("hội", "vni", "tone-first", "hoi56"))


def read_articles():
    articles = {}
    for path in sorted((EVAL / "articles").glob("*.jsonl")):
        articles.update(check_corpus.read_article_file(
            path, f"articles/{path.name}"))
    return articles


def check_records():
    """What the indexer is told outright: fields, hosts, days, the notice."""
    seen = set()
    for path in sorted((EVAL / "articles").glob("*.jsonl")):
        for number, row in enumerate(check_corpus.read_jsonl(path), 1):
            where = f"articles/{path.name}#{number}"
            if set(row) - {"published"} != ARTICLE_FIELDS:
                fault(where, f"fields {sorted(row)}")
                continue
            if row["id"] in seen:
                fault(where, f"id {row['id']} twice")
            seen.add(row["id"])
            host = urllib.parse.urlsplit(row["url"]).hostname or ""
            if not host.endswith(".example"):
                fault(where, f"host {host!r} does not end in .example")
            if row["text"].splitlines()[-1] != check_corpus.NOTICE:
                fault(where, "the last line does not say that it is invented")
            if "published" in row:
                check_corpus.check_date(where, "published", row["published"])


def check_splits(queries):
    styles = collections.Counter(row.get("style") for row in queries)
    halves = collections.Counter(
        (row.get("style"), row.get("split")) for row in queries)
    if len(queries) < MIN_QUERIES:
        fault("queries", f"{len(queries)}, needs {MIN_QUERIES}")
    for style in check_corpus.STYLES:
        if styles[style] < MIN_PER_STYLE:
            fault(style, f"{styles[style]} queries, needs {MIN_PER_STYLE}")
        if abs(halves[style, "tune"] - halves[style, "test"]) > 1:
            fault(style, "not half to tune and half to test")
    for row in queries:
        if row.get("split") not in SPLITS:
            fault(f"query {row.get('id')}", f"split {row.get('split')!r}")


def holds_phrase(words, text):
    """Whether the words stand side by side in the text, wherever the tones."""
    count = len(words)
    return any(text[start:start + count] == words
               for start in range(len(text) - count + 1))


def check_phrase(where, row, syllables):
    phrases = re.findall(r'"([^"]+)"', row["q"])
    if not phrases:
        fault(where, "no phrase in quotation marks")
    for source in row["relevant"]:
        for phrase in phrases:
            if not holds_phrase(keystrokes.syllables(phrase),
                                syllables[source]):
                fault(where, f"{source} does not hold {phrase!r}")


def check_keys(where, row, syllables):
    words = keystrokes.decode(row["q"], row["style"])
    if not row["q"].isascii() or words == keystrokes.syllables(row["q"]):
        fault(where, "these are no keystrokes")
    for source, grade in row["relevant"].items():
        missing = set(words) - set(syllables[source])
        if grade == 3 and missing:
            fault(where, f"{source} lacks {sorted(missing)}")


def check_styles(queries, articles):
    syllables = {source: keystrokes.syllables(text)
                 for source, (text, _) in articles.items()}
    for row in queries:
        where, style = f"query {row['id']}", row["style"]
        if any(source not in articles for source in row["relevant"]):
            continue  # check_queries has said so.
        if style == "phrase":
            check_phrase(where, row, syllables)
        elif style in keystrokes.HABITS:
            check_keys(where, row, syllables)
        elif style == "unaccented" and not row["q"].isascii():
            fault(where, "has a mark")
        elif style in ("accented", "partly") and row["q"].isascii():
            fault(where, "has no mark")
        if (style == "filtered") != bool(row["filters"]):
            fault(where, "filters belong to the style filtered")


def check_filters(queries):
    old, new, _ = check_corpus.load_tables()["places"]
    for row in queries:
        for facet, names in (("province", old), ("province_now", new)):
            value = row["filters"].get(facet)
            if value not in names | {"none", None}:
                fault(f"query {row['id']}", f"{value!r} is no {facet}")


def check_encoder(articles):
    """Every marked syllable of the articles comes back from every habit."""
    vowels = "".join(keystrokes.VOWELS)
    one = re.compile(f"[^{vowels}]*[{vowels}]+[^{vowels}]*")
    words = {word for text, _ in articles.values()
             for word in re.findall(r"[^\W\d_]+", text.lower())
             if not word.isascii()
             and one.fullmatch(keystrokes.syllable(word)[0])}
    for text, method, habit, keys in KEYS:
        made = keystrokes.encode(text, method, habit)
        if made != keys:
            fault(f"{method} {habit}", f"{text} became {made}, not {keys}")
    for method, habits in keystrokes.HABITS.items():
        for habit in habits:
            for word in sorted(words):
                keys = keystrokes.encode(word, method, habit)
                if keystrokes.decode(keys, method) != (
                        keystrokes.syllables(word)):
                    fault(f"{method} {habit}", f"{word} became {keys}")
    return len(words)


def check_lines(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines()
             if not line.startswith("#")]
    for line, count in collections.Counter(lines).items():
        if count > 1:
            fault(path.name, f"{line!r} {count} times")
        if not line.strip() or line != line.strip():
            fault(path.name, f"{line!r} is empty or has spaces at an end")
    if len(lines) < MIN_LINES:
        fault(path.name, f"{len(lines)} lines, needs {MIN_LINES}")
    return len(lines)


def main():
    own = read_articles()
    corpus = check_corpus.read_articles(ROOT / "corpus")
    articles = {**corpus, **own}
    queries = check_corpus.read_jsonl(EVAL / "queries.ndjson")
    check_records()
    check_corpus.check_articles(own, corpus)
    check_corpus.check_queries(articles, [
        {name: row[name] for name in row if name != "split"}
        for row in queries])
    check_splits(queries)
    if not check_corpus.faults:
        check_styles(queries, articles)
        check_filters(queries)
    words = check_encoder(articles)
    lines = check_lines(EVAL / "not_keystrokes.txt")
    faults = check_corpus.faults
    print("\n".join(faults) if faults else
          f"gold queries: ok (articles {len(own)}, queries {len(queries)}, "
          f"words typed {words}, lines {lines})")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
