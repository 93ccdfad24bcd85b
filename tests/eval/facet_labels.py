"""Hand-made labels of facets: how they are read and in which spelling their
values are compared. See README.md beside this file for the rules."""

import json
import re
import unicodedata
from pathlib import Path

FACETS = ("title", "published", "event_date", "year", "provinces",
          "provinces_now", "resolutions", "units", "unit_level")
TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")


def tone_of(syllable):
    """The tone mark of a syllable, wherever it is written."""
    return "".join(c for c in unicodedata.normalize("NFD", syllable)
                   if c in "\u0300\u0301\u0303\u0309\u0323")


def key(text):
    """One spelling of a name: no case, no punctuation, tone set apart."""
    syllables = []
    for word in re.findall(r"[\w'’]+", unicodedata.normalize("NFC", text)):
        letters = unicodedata.normalize("NFD", word.lower()).translate(TONES)
        letters = unicodedata.normalize("NFC", letters).replace("’", "'")
        syllables.append(letters + tone_of(word.lower()))
    return " ".join(syllables)


def unit_key(name):
    """A unit's name without remarks in brackets and without linking words."""
    name = re.sub(r"\((unnamed|generic|portal)[^)]*\)", "", name)
    words = key(name).split()
    return " ".join(w for w in words if w != key("của"))


def date_key(value):
    return str(value)[:10] if value else None


class Gold:
    """The labels of one document."""

    def __init__(self, source):
        self.source = source
        self.values = {facet: set() for facet in FACETS}
        self.optional = {facet: set() for facet in FACETS}
        self.traps = {facet: set() for facet in FACETS}
        self.unit = None
        self.unit_optional = set()
        self.judged = set(FACETS)
        self.partial_event_is_free = False

    def canonical(self, facet, value):
        if facet == "units":
            return unit_key(value)
        if facet == "title":
            return key(value)
        if facet in ("published", "event_date"):
            return date_key(value)
        if facet == "resolutions":
            return resolution_key(value)
        return str(value)


def resolution_key(value):
    """"35-NQ/TW:2018" in capitals, congress forms in one spelling."""
    return str(value).upper().replace("NQ-DH-", "NQĐH-")


def add_all(gold, target, row):
    for facet, values in row.items():
        if facet == "unit":
            gold.unit_optional |= {unit_key(v) for v in values}
            continue
        if facet in target:
            target[facet] |= {gold.canonical(facet, v) for v in values}


def gold_from_row(row):
    gold = Gold(row.get("doc") or row["source"])
    for facet in ("published", "event_date", "year"):
        if row.get(facet) is not None:
            gold.values[facet].add(gold.canonical(facet, row[facet]))
    for facet in ("provinces", "provinces_now", "resolutions", "units"):
        gold.values[facet] = {gold.canonical(facet, v)
                              for v in row.get(facet) or []}
    # Title and level are judged where the label has one.
    gold.judged = set(FACETS) - {"title", "unit_level"}
    if row.get("title"):
        gold.judged.add("title")
        gold.values["title"].add(key(row["title"]))
    if row.get("unit_level"):
        gold.judged.add("unit_level")
        gold.values["unit_level"] = {row["unit_level"]} - {"khong-ro"}
    add_all(gold, gold.optional, row.get("optional") or {})
    add_all(gold, gold.traps, row.get("not") or {})
    if row.get("unit"):
        gold.unit = unit_key(row["unit"])
        gold.values["units"].add(gold.unit)
    gold.optional["units"] |= gold.unit_optional
    if row.get("publisher"):
        gold.optional["units"].add(unit_key(row["publisher"]))
    relax_record_values(gold, row)
    return gold


def relax_record_values(gold, row):
    """What only the crawl's record knows cannot be found in the text."""
    if row.get("published_from") in ("record", "url") and not row.get("url_in_text"):
        gold.optional["published"] |= gold.values["published"]
        # Without the day of publication the year of the event is missing too.
        gold.optional["event_date"] |= gold.values["event_date"]
    if "year_in_text" in row and row["year_in_text"] is None and row["year"]:
        gold.optional["year"].add(str(row["year"]))
    # The label of a day whose year nobody can know is null; the day without
    # its year is right all the same.
    gold.partial_event_is_free = (
        row.get("published") is None or row.get("published_from") != "page")


def gold_from_seed(seed):
    gold = Gold(seed["file"])
    for facet in ("published", "event_date", "year"):
        value = seed[facet]["value"]
        if value is not None:
            gold.values[facet].add(gold.canonical(facet, value))
    for province in seed["provinces"]:
        for facet, era in (("provinces", "pre2025"), ("provinces_now", "post2025")):
            if province[era] != "unknown":
                gold.values[facet].add(province[era])
    gold.values["resolutions"] = {resolution_key(r["id"])
                                  for r in seed["resolutions"]}
    for unit in seed["units"]:
        name = unit_key(unit["name"])
        if unit["role"] == "principal":
            gold.unit = name
        gold.optional["units"].add(name)
    gold.values["units"].add(gold.unit)
    # Seeds label more bodies than act.
    gold.judged = set(FACETS) - {"title", "units", "unit_level"}
    return gold


def load_gold(path):
    text = Path(path).read_text(encoding="utf-8")
    if path.endswith((".jsonl", ".ndjson")):
        return [gold_from_row(json.loads(line))
                for line in text.splitlines() if line.strip()]
    return [gold_from_seed(seed) for seed in json.loads(text)["seeds"]]
