#!/usr/bin/env python3
"""Makes synthetic party-building articles as JSON lines.

For load tests, benchmarks and property tests: any number of articles whose
facets (date, province, unit, cited documents) are known because they were
planted. Document i depends on --seed and i alone, so the first k documents of
a large run are those of a small one, whatever --procs is. Nothing in the
output happened; every article says so in its last line.
"""

import argparse
import bisect
import datetime
import gzip
import json
import multiprocessing
import random
import re
import sys
import time
import unicodedata

from corpus_world import World

NOTICE = "Bài viết minh họa do dự án Tracuu soạn, không phải sự kiện có thật."
# First day of the 34 provinces and of local government without districts.
MERGER = datetime.date(2025, 7, 1)
# Of the cities of provinces_2025.tsv this one was a province before that day.
LATE_CITY, LATE_CITY_DAY = "Đồng Nai", datetime.date(2026, 4, 30)
# From this day Ban Tuyên giáo is called Ban Tuyên giáo và Dân vận.
STAFF_MERGER = datetime.date(2025, 2, 3)
# Committees named after Resolution 35-NQ/TW of October 2018.
COMMITTEE_35_DAY = datetime.date(2019, 1, 1)
KIND_WORDS = {"NQ": "Nghị quyết", "CT": "Chỉ thị", "KL": "Kết luận",
              "QĐ": "Quy định", "QĐi": "Quy định", "HD": "Hướng dẫn",
              "KH": "Kế hoạch"}
BATCH = 500  # documents a worker returns at a time
PARAGRAPHS = (2, 4)  # between the lead and the closing speech


def fold(text):
    """Lower-case letters without marks or spaces, for host names."""
    text = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return re.sub(r"[^a-z0-9]", "", text)


def day_first(date):
    return f"{date.day:02d}/{date.month:02d}/{date.year}"


class Writer:
    """Writes one article; all its choices come from one random stream."""

    def __init__(self, world, rng, years):
        self._world = world
        self._rng = rng
        self.event = self._draw_day(years)
        self.merged = self.event >= MERGER
        self._place()
        self._unit()
        self.resolutions = []
        self._cites = [self._cite() for _ in range(
            int(rng.random() ** 2 * 4))]

    def _pick(self, key):
        return self._world.banks[key].draw(self._rng)

    def _draw_day(self, years):
        first = datetime.date(years[0], 1, 1).toordinal()
        last = datetime.date(years[1], 12, 28).toordinal()
        return datetime.date.fromordinal(
            first + int(self._rng.random() * (last - first + 1)))

    def _place(self):
        world, rng = self._world, self._rng
        if self.merged:
            self.province_now = world.provinces_now.draw(rng)
            self.province = None  # not to be told from the new name
            self.name = self.province_now
        else:
            self.province = self.name = world.provinces.draw(rng)
            self.province_now = world.successor[self.province]
        self._city = self.name in world.is_city[self.merged] and (
            self.name != LATE_CITY or self.event >= LATE_CITY_DAY)
        self._area = ("thành phố " if self._city else "tỉnh ") + self.name

    def _unit(self):
        """Sets unit, level, the words for its area and for its leader."""
        rng, world = self._rng, self._world
        lot = rng.random()
        here = world.districts.get(self.province or "", ())
        if lot < 0.28 or (lot < 0.68 and not here):
            self._provincial_unit()
            return
        district = here[int(rng.random() * len(here))] if here else None
        where = (f"{district[1]} {district[0]}, {self._area}" if district
                 else self._area)
        if lot < 0.68:
            self._district_unit(district)
        elif lot < 0.84:
            commune = world.communes.draw(rng)
            self.unit, self.level = f"Đảng ủy xã {commune}", "xa"
            self._role, self._ours = "Bí thư Đảng ủy xã", "xã"
            self._where = where
        else:
            commune = world.communes.draw(rng)
            self.unit = f"{self._pick('CELLS')} {commune}"
            self.level, self._where = "co-so", where
            self._role, self._ours = "Bí thư Chi bộ", "đơn vị"

    def _has_committee_35(self):
        return self.event >= COMMITTEE_35_DAY and not self.merged

    def _staff(self):
        return ("Ban Tuyên giáo và Dân vận" if self.event >= STAFF_MERGER
                else "Ban Tuyên giáo")

    def _provincial_unit(self):
        committee = "Thành ủy " if self._city else "Tỉnh ủy "
        committee += self.name
        forms = ["", f"{self._staff()} ", "Ban Tổ chức ", "Ủy ban Kiểm tra "]
        pick = int(self._rng.random() * 6)
        self.unit = (f"Ban Chỉ đạo 35 {self._area}"
                     if pick > 3 and self._has_committee_35()
                     else forms[pick % 4] + committee)
        self.level, self._where = "tinh", self._area
        self._role = f"Phó Bí thư Thường trực {committee}"
        self._ours = "thành phố" if self._city else "tỉnh"

    def _district_unit(self, district):
        name, kind = district
        committee = ("Thị ủy " if kind == "thị xã" else "Huyện ủy ") + name
        pick = self._rng.random()
        self.unit = (committee if pick < 0.6
                     else f"Ban Chỉ đạo 35 {kind} {name}"
                     if pick < 0.8 and self._has_committee_35()
                     else f"{self._staff()} {committee}")
        self.level, self._where = "huyen", self._area
        self._role, self._ours = f"Bí thư {committee}", kind

    def _cite(self):
        """Words that cite a document beyond doubt; notes its id."""
        world, rng = self._world, self._rng
        known = bisect.bisect_left(world.resolution_days,
                                   self.event.isoformat())
        if not known:
            return None
        # Newer documents are cited more often.
        row = world.resolutions[int(known * (1 - rng.random() ** 2 * 0.7))
                                - 1]
        if row["id"] in self.resolutions:
            return None
        self.resolutions.append(row["id"])
        if row["id"].startswith("NQĐH-"):
            return f"Nghị quyết Đại hội {row['id'][5:]} của Đảng"
        symbol = row["id"].partition(":")[0]
        kind = KIND_WORDS.get(
            symbol.partition("-")[2].partition("/")[0], "văn bản")
        date = datetime.date.fromisoformat(row["date"])
        title = row["title"].partition(";")[0]
        return (f"{kind} số {symbol} ngày {day_first(date)} của "
                f"{row['issuer']} về {title}")

    def _name(self):
        return (f"{self._pick('FAMILY_NAMES')} {self._pick('MIDDLE_NAMES')} "
                f"{self._pick('GIVEN_NAMES')}")

    def _clause(self):
        text = (f"{self._pick('SUBJECTS')} {self._pick('VERBS')} "
                f"{self._pick('OBJECTS')}")
        if "{" in text:
            text = text.replace("{unit}", self.unit)
        if self._rng.random() < 0.6:
            text += ", " + self._pick("PURPOSES")
        return text

    def _sentence(self):
        lot = self._rng.random()
        if lot < 0.5:
            return f"{self._pick('CONNECTIVES')} {self._clause()}."
        if lot < 0.68:
            clause = self._clause()
            return clause[0].upper() + clause[1:] + "."
        if lot < 0.9:
            uniform = self._rng.random
            some = int(2 + uniform() ** 2 * 90)
            return self._pick("RESULTS").format(
                area=self._ours, year=self.event.year, n=some,
                m=some + int(10 + uniform() ** 3 * 4000),
                p=int(60 + uniform() * 40))
        return self._pick("LIMITS")

    def _paragraph(self):
        count = 2 + int(self._rng.random() * 3)
        return " ".join([self._sentence() for _ in range(count)])

    def _speech(self):
        opening = self._pick("SPEECHES").format(
            name=self._name(), role=self._role)
        return (f"{opening}: {self._clause()}; {self._clause()}. "
                f"{self._sentence()}")

    def article(self):
        """Returns (title, paragraphs)."""
        rng = self._rng
        title, deed = (form.replace("{year}", str(self.event.year))
                       for form in self._pick("EVENTS"))
        topic = self._pick("TOPICS")
        title = f"{self.unit}: {title.replace('{topic}', topic)}"
        at = "" if self.name in self.unit else f", {self._where},"
        lead = (f"Ngày {day_first(self.event)}, {self.unit}{at} "
                f"{deed.replace('{topic}', topic)}. Đồng chí "
                f"{self._name()}, {self._role}, dự và chỉ đạo. "
                f"{self._sentence()}")
        body = [self._paragraph() for _ in range(
            PARAGRAPHS[0] + int(rng.random() * (
                PARAGRAPHS[1] - PARAGRAPHS[0] + 1)))]
        for cite in filter(None, self._cites):
            place = int(rng.random() * len(body))
            body[place] += f" Thực hiện {cite}, {self._clause()}."
        return title, [lead, *body, self._speech(), NOTICE]


def make_document(world, seed, number, years, stated):
    """Returns the record and the gold row of document `number` (from 0)."""
    rng = random.Random(seed * 0x9E3779B97F4A7C15 + number)
    writer = Writer(world, rng, years)
    title, paragraphs = writer.article()
    published = writer.event + datetime.timedelta(int(rng.random() * 3))
    minute = int(rng.random() * 840) + 360
    clock = f"{minute // 60:02d}:{minute % 60:02d}"
    if stated == "none":
        paragraphs.insert(0, f"{day_first(published)} {clock}")
    identity = f"s{seed}-{number:07d}"
    record = {"id": identity,
              "url": f"https://{fold(writer.name)}.example/{identity}.html",
              "title": title, "text": "\n\n".join(paragraphs)}
    if stated != "none":
        record["published"] = f"{published.isoformat()}T{clock}:00+07:00"
    if stated == "all":
        if writer.province:
            record["province"] = writer.province
        record["unit"] = writer.unit
        if writer.resolutions:
            record["resolution"] = writer.resolutions
    gold = {"id": identity, "published": published.isoformat(),
            "event_date": writer.event.isoformat(), "year": published.year,
            "provinces": [writer.province] if writer.province else [],
            "provinces_now": [writer.province_now], "unit": writer.unit,
            "unit_level": writer.level,
            "resolutions": sorted(writer.resolutions)}
    return record, gold


_world = None  # one per process, loaded by the first batch


def make_batch(job):
    """Returns documents first..last-1 and their gold rows as bytes."""
    global _world
    if _world is None:
        _world = World()
    first, last, seed, years, stated = job
    encode = json.JSONEncoder(ensure_ascii=False).encode
    records, golds = [], []
    for number in range(first, last):
        record, gold = make_document(_world, seed, number, years, stated)
        records.append(encode(record))
        golds.append(encode(gold))
    return ("\n".join(records) + "\n").encode(), (
        "\n".join(golds) + "\n").encode()


def parse_years(text):
    match = re.fullmatch(r"(\d{4})(?:\.\.(\d{4}))?", text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (
        0, 0)
    if not 2000 <= first <= last <= 2100:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no range of years such as 2014..2026")
    return first, last


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="example: generate_corpus.py --n 100000 --seed 7 --procs 2"
               " --out big.jsonl --gold big.gold.jsonl")
    add = parser.add_argument
    add("--n", type=int, default=1000, metavar="N",
        help="number of articles (default 1000)")
    add("--seed", type=int, default=1, help="other seed, other articles")
    add("--out", default="-", metavar="FILE",
        help="JSON lines; .gz is compressed; - is standard output (default)")
    add("--gold", metavar="FILE",
        help="also write the planted facets, one row an article")
    add("--stated", choices=("none", "date", "all"), default="date",
        help="facets given as metadata: none (all only in the text), the"
             " publication date (default), or all")
    add("--years", type=parse_years, default=(2010, 2026),
        metavar="FIRST..LAST", help="years of the events, default 2010..2026")
    add("--procs", type=int, default=1, metavar="P",
        help="worker processes (default 1)")
    options = parser.parse_args(arguments)
    if options.n < 0 or options.procs < 1:
        parser.error("--n must be at least 0 and --procs at least 1")
    return options


def open_output(name):
    if name == "-":
        return sys.stdout.buffer
    if name.endswith(".gz"):
        return gzip.GzipFile(name, "wb", compresslevel=3, mtime=0)
    return open(name, "wb")


def main(arguments=None):
    options = parse_arguments(arguments)
    jobs = [(first, min(first + BATCH, options.n), options.seed,
             options.years, options.stated)
            for first in range(0, options.n, BATCH)]
    start = time.monotonic()
    out = open_output(options.out)
    gold = open_output(options.gold) if options.gold else None
    pool = (multiprocessing.Pool(options.procs)
            if options.procs > 1 else None)
    for records, golds in (pool.imap if pool else map)(make_batch, jobs):
        out.write(records)
        if gold:
            gold.write(golds)
    out.flush()
    for file in (out, gold):
        if file and file is not sys.stdout.buffer:
            file.close()
    if pool:
        pool.close()
        pool.join()
    seconds = max(time.monotonic() - start, 1e-9)
    print(f"{options.n} articles in {seconds:.1f} s"
          f" ({options.n / seconds:.0f}/s)", file=sys.stderr)


if __name__ == "__main__":
    main()
