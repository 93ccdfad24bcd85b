#!/usr/bin/env python3
"""Makes 200 queries by rule from the first articles of a corpus.

    make_queries.py CORPUS.jsonl > queries.jsonl

Deterministic. A query matches an article whose title and text hold all its
words and phrases; with "fold" marks are ignored on both sides. Every second
query carries a filter by province, year or cited document, in the values that
the records state.
"""

import collections
import itertools
import json
import random
import re
import sys
import unicodedata

MIX = {"frequent": 20, "words": 45, "unmarked": 35, "rare": 20, "phrase": 40,
       "many": 25, "symbol": 15}
SCAN = 5000
WORD = re.compile(r"[^\W_]+")


def tokens(text):
    return WORD.findall(unicodedata.normalize("NFC", text).lower())


def fold(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text)
                    if not unicodedata.combining(c))
    return plain.replace("đ", "d")


def values(record, *names):
    for name in names:
        value = record.get(name)
        if value:
            return value if isinstance(value, list) else [value]
    return []


class Maker:
    def __init__(self, articles):
        self.random = random.Random(20)
        self.articles = articles
        self.words = [tokens(a["title"] + "\n" + a["text"]) for a in articles]
        self.frequency = collections.Counter(
            w for ws in self.words for w in set(ws))
        self.symbols = collections.Counter(
            s for a in articles for s in values(a, "resolution", "resolutions"))
        self.provinces = collections.Counter(
            p for a in articles for p in values(a, "province", "provinces"))
        self.made, self.seen = [], set()

    def run(self, count):
        """`count` neighbouring words of some article."""
        while True:
            words = self.random.choice(self.words)
            if len(words) <= count:
                continue
            start = self.random.randrange(len(words) - count)
            run = words[start:start + count]
            if all(w.isalpha() for w in run):
                return run

    def draw(self, cls):
        pick = self.random.randrange
        if cls == "frequent":
            common = [w for w, _ in self.frequency.most_common(120)
                      if w.isalpha() and fold(w) != w]
            return self.random.choice(common), False
        if cls == "words":
            return " ".join(self.run(pick(2, 5))), False
        if cls == "unmarked":
            run = fold(" ".join(self.run(pick(2, 5))))
            return (f'"{run}"' if pick(4) == 0 else run), True
        if cls == "rare":
            rare = [w for w in self.run(8) if self.frequency[w] < SCAN // 100]
            return (" ".join(rare[:2]) or " ".join(self.run(3))), False
        if cls == "phrase":
            return '"%s"' % " ".join(self.run(pick(2, 6))), False
        if cls == "many":
            run = sorted(set(self.run(pick(6, 10))))
            return " ".join(self.random.sample(run, min(len(run), 8))), False
        symbol = self.random.choice(list(self.symbols) or ["35-NQ/TW"])
        words = " ".join(tokens(symbol.partition(":")[0]))
        return f'"{words}"', False

    def filter(self, n):
        if n % 8 == 1 and self.provinces:
            top = [p for p, _ in self.provinces.most_common(20)]
            return {"province": self.random.choice(top)}
        if n % 8 == 3:
            start = self.random.randrange(2011, 2024)
            return {"year": [start, start + self.random.randrange(4)]}
        if n % 8 == 5 and self.symbols:
            top = [s for s, _ in self.symbols.most_common(30)]
            return {"resolution": self.random.choice(top)}
        if n % 8 == 7 and self.provinces:
            top = [p for p, _ in self.provinces.most_common(10)]
            return {"province": self.random.choice(top), "year": [2015, 2026]}
        return {}

    def all(self):
        for cls, count in MIX.items():
            tries, wanted = 0, len(self.made) + count
            while len(self.made) < wanted and tries < 50 * count:
                tries += 1
                text, folded = self.draw(cls)
                if text in self.seen:
                    continue
                self.seen.add(text)
                n = len(self.made)
                self.made.append({"qid": n, "cls": cls, "q": text,
                                  "fold": folded, "filter": self.filter(n)})
        return self.made


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as corpus:
        articles = [json.loads(x) for x in itertools.islice(corpus, SCAN)]
    for query in Maker(articles).all():
        print(json.dumps(query, ensure_ascii=False))


if __name__ == "__main__":
    main()
