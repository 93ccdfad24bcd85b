"""The tables generate_corpus.py draws from: provinces, districts, documents.

Read from common/domain/data by column name, so that the generator knows the
same places and documents as the indexer.
"""

import csv
import itertools
import pathlib
import random

import corpus_fragments as bank

DATA = pathlib.Path(__file__).resolve().parent.parent / "common/domain/data"


class Zipf:
    """Draws from a list, item r with a weight proportional to 1/r**s."""

    def __init__(self, items, s=0.6, slots=2048):
        weights = [(rank + 1) ** -s for rank in range(len(items))]
        scale = slots / sum(weights)
        self._table = [item for item, weight in zip(items, weights)
                       for _ in range(max(1, round(weight * scale)))]
        self._size = len(self._table)

    def draw(self, rng):
        return self._table[int(rng.random() * self._size)]


def read_table(name):
    """Rows of a tab-separated table without quoting, as dictionaries."""
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t",
                                   quoting=csv.QUOTE_NONE))


class World:
    """The tables of the project, arranged for drawing. Read-only."""

    def __init__(self):
        old = read_table("provinces.tsv")
        self.successor = {row["name"]: row["successor"] for row in old}
        cities = {row["name"] for row in old if row["is_city"]}
        new = read_table("provinces_2025.tsv")
        self.is_city = {False: cities, True: {
            row["name"] for row in new if row["is_city"]}}
        mixed = random.Random(63)
        names = sorted(self.successor)
        mixed.shuffle(names)
        self.provinces = Zipf(names, s=0.8)
        names = sorted(row["name"] for row in new)
        mixed.shuffle(names)
        self.provinces_now = Zipf(names, s=0.8)
        self._load_districts()
        self._load_resolutions()
        taken = set(self.successor)
        self.communes = Zipf([
            f"{a} {b}" for a, b in itertools.product(
                bank.COMMUNE_FIRST, bank.COMMUNE_SECOND)
            if a != b and f"{a} {b}" not in taken], s=0.3, slots=4096)
        self.banks = {key: Zipf(getattr(bank, key)) for key in (
            "SUBJECTS VERBS OBJECTS PURPOSES CONNECTIVES RESULTS LIMITS "
            "SPEECHES EVENTS TOPICS FAMILY_NAMES MIDDLE_NAMES GIVEN_NAMES "
            "CELLS").split()}

    def _load_districts(self):
        rows = [row for row in read_table("districts.tsv")
                if row["type"] in ("huyện", "thị xã")
                and row["last_day"] == "2025-06-30"
                and row["name"] not in self.successor]
        homes = {}
        for row in rows:
            homes.setdefault(row["name"], set()).add(row["province"])
        self.districts = {}
        for row in rows:
            if len(homes[row["name"]]) == 1:
                self.districts.setdefault(row["province"], []).append(
                    (row["name"], row["type"]))

    def _load_resolutions(self):
        """Documents by date, so that an article cites only older ones."""
        rows = [row for row in read_table("resolutions.tsv")
                if row["date"] >= "2011" and row["title"]]
        rows.sort(key=lambda row: (row["date"], row["id"]))
        self.resolutions = rows
        self.resolution_days = [row["date"] for row in rows]
        self.congresses = [row for row in rows
                           if row["id"].startswith("NQĐH-")]


