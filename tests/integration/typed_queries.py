#!/usr/bin/env python3
"""How queries are understood that people type, over HTTP.

    TRACUU_BIN=build/release/bin tests/integration/typed_queries.py

The sample corpus is indexed once and served; the tests ask.
"""

import json
import random
import subprocess
import time
import unicodedata
import unittest

import programs

TELEX, VNI = "telex", "vni"
TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4",
         "\u0323": "j5"}
SHAPES = {"\u0302": (None, "6"), "\u0306": ("w", "8"), "\u031b": ("w", "7")}


def typed_raw(text, method):
    """Keystrokes, marks with their letters and tones at the ends of words."""
    which = 0 if method == TELEX else 1
    words = []
    for word in text.lower().split():
        out, tone = "", ""
        for letter in unicodedata.normalize("NFD", word):
            if letter in TONES:
                tone = TONES[letter][which]
            elif letter in SHAPES:
                out += SHAPES[letter][which] or out[-1]
            elif letter == "đ":
                out += "dd" if method == TELEX else "d9"
            else:
                out += letter
        words.append(out + tone)
    return " ".join(words)


def without_marks(text):
    letters = unicodedata.normalize("NFD", text).replace("đ", "d")
    return "".join(c for c in letters if not unicodedata.combining(c))


class TypedQueries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary_folder()
        cls.index = cls.folder.__enter__() / "index"
        programs.build(cls.index, programs.CORPUS)
        cls.server = programs.Server(cls.index)
        cls.server.wait_ready()

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.folder.__exit__(None, None, None)

    def ids(self, query, *more):
        return [hit["id"] for hit in self.server.search(("q", query),
                                                        *more)["hits"]]

    def total(self, query, *more):
        return self.server.search(("q", query), *more)["total"]

    def vias(self, query, *more):
        query = self.server.search(("q", query), *more)["query"]
        return [one["via"] for one in query["read_as"]]

    def most_frequent(self, count):
        """The syllables that stand most often in the articles."""
        counts = next(self.index.glob("snapshots/*/neighbours.tsv"))
        rows = [line.split("\t") for line
                in counts.read_text(encoding="utf-8").splitlines()]
        words = [(int(number), form) for form, number in rows
                 if form.isalpha()]
        return [form for _, form in sorted(words, reverse=True)[:count]]

    def explain(self, query, *more):
        return self.server.json("/api/v1/explain", ("q", query), *more)

    def test_raw_keystrokes_find_what_the_marked_query_finds(self):
        for query in ("bảo vệ nền tảng tư tưởng", "xây dựng Đảng",
                      "kiểm tra giám sát", "học tập nghị quyết",
                      "đoàn thanh niên", "phòng chống tham nhũng"):
            marked = self.ids(query)
            self.assertTrue(marked, query)
            for method in (TELEX, VNI):
                typed = typed_raw(query, method)
                with self.subTest(query=query, typed=typed):
                    self.assertEqual(self.ids(typed), marked)
                    self.assertEqual(self.vias(typed)[0], method)
                    undone = self.server.search(("q", typed),
                                                ("reading", "literal"))
                    self.assertEqual(undone["total"], 0)
                    self.assertEqual(undone["query"]["notes"], [])

    def test_keystrokes_leave_fields_symbols_and_operators(self):
        asked = self.explain('"neenf tangr" nq:35-NQ/TW OR -booj')
        self.assertEqual(asked["query"]["asked"],
                         '"nền tảng" nq:35-NQ/TW OR -bộ')
        facets = self.server.json("/api/v1/facets/province",
                                  ("q", "neenf tangr"))
        plain = self.server.json("/api/v1/facets/province",
                                 ("q", "nền tảng"))
        self.assertEqual(facets["values"], plain["values"])

    def test_abbreviations_widen_and_counts_stay_exact(self):
        for short, full in (("UBND", '"Ủy ban nhân dân"'),
                            ("BCĐ", '"Ban Chỉ đạo"'),
                            ("MTTQ", '"Mặt trận Tổ quốc"')):
            with self.subTest(short=short):
                answer = self.server.search(("q", short))
                either = self.total(f"={short} OR {full}")
                self.assertEqual(answer["total"], either)
                self.assertIn("abbreviation", self.vias(short))
                for value in answer["facets"]["year"]["values"]:
                    self.assertEqual(
                        self.total(short, ("year", value["value"])),
                        value["count"])

    def test_a_value_that_is_chosen_gives_as_many_hits_as_it_counts(self):
        query = "học tập và làm theo tư tưởng đạo đức"
        answer = self.server.search(("q", query), ("per_page", 100))
        self.assertLess(answer["total"], len(answer["hits"]))
        self.assertEqual(answer["total"], sum(not hit["missing"]
                                              for hit in answer["hits"]))
        strict = self.server.search(("q", query), ("per_page", 100),
                                    ("near", "false"))
        self.assertEqual(len(strict["hits"]), answer["total"])
        chosen = 0
        for facet, counts in answer["facets"].items():
            for value in counts["values"]:
                hits = self.ids(query, (facet, value["value"]),
                                ("per_page", 100))
                self.assertEqual(len(hits), value["count"], value)
                chosen += 1
        self.assertGreater(chosen, 5)

    def test_half_marked_words_and_errors(self):
        for typed, via in (("dảng bộ", "partly-marked"),
                           ("nền tãng tư tưởng", "spelling"),
                           ("sây dựng đảng", "spelling")):
            answer = self.server.search(("q", typed))
            vias = [one["via"] for one in answer["query"]["read_as"]]
            with self.subTest(typed=typed, vias=vias):
                self.assertEqual(vias[0], via)
                self.assertGreater(answer["total"], 0)
                self.assertTrue(answer["query"]["notes"])
                self.assertEqual(self.total(typed, ("reading", "literal")), 0)

    def test_queries_of_the_corpus_are_left_in_peace(self):
        with open(programs.CORPUS / "queries.ndjson",
                  encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        offered = []
        for row in rows:
            if row["style"] not in ("accented", "unaccented", "phrase"):
                continue
            answer = self.server.search(("q", row["q"]))
            if answer["did_you_mean"]:
                offered.append((row["q"], answer["did_you_mean"]["text"]))
        self.assertLessEqual(len(offered), len(rows) // 50, offered)

    def test_symbols_are_read_alike_and_never_mixed_up(self):
        expected = self.ids("35-NQ/TW")
        self.assertTrue(expected)
        for form in ("35/NQ-TW", "35 NQ TW", "35-nq/tw", "35 - NQ / TW",
                     '"35-NQ/TW"', "35-NQ/T.Ư", "35-NQ/TƯ"):
            with self.subTest(form=form):
                self.assertEqual(set(self.ids(form)), set(expected))
        self.assertEqual(self.total("nq:35-NQ/TW"),
                         self.total("resolution:35-NQ/TW"))
        self.assertEqual(self.ids("NQ35"), self.ids("NQ 35"))
        for document in expected:
            article = self.server.json(f"/api/v1/documents/{document}")
            text = unicodedata.normalize("NFC", article["text"]).upper()
            cited = any(value.startswith("35-NQ/TW")
                        for value in article["resolutions"])
            self.assertTrue(cited or "35-NQ/T" in text.replace(" ", ""),
                            article["source"])
        for number in ("36-NQ/TW", "35-KL/TW", "35-CT/TW", "99-NQ/TW"):
            asked = self.explain(number)["query"]
            self.assertEqual(asked["asked"], number)

    def test_field_names_in_both_languages(self):
        for names, value in (
                (("tiêu-đề", "tieu-de", "title"), "đảng"),
                (("tỉnh", "tinh", "province"), '"Quảng Trị"'),
                (("tỉnh-mới", "tinh-moi", "province_now"), '"Quảng Trị"'),
                (("đơn-vị", "don-vi", "unit"), "none"),
                (("cấp", "cap", "unit_level"), "co-so"),
                (("năm", "nam", "year"), "2021..2023"),
                (("nq", "nghị-quyết", "resolution"), "35-NQ/TW"),
                (("nguồn", "nguon", "host"), "none")):
            totals = {name: self.total(f"{name}:{value}") for name in names}
            with self.subTest(totals=totals):
                self.assertEqual(len(set(totals.values())), 1)

    def check_explained(self, article, hit):
        self.assertEqual(article["matches"], not hit["missing"])
        self.assertEqual(article["missing"], hit["missing"])
        terms = sum(part["score"] for part in article["parts"])
        self.assertAlmostEqual(terms, article["terms_score"], places=6)
        self.assertEqual([one["feature"] for one in article["features"]],
                         ["adjacency", "density", "named", "recency"])
        closer = sum(one["score"] for one in article["features"])
        for one in article["features"]:
            self.assertGreaterEqual(one["has"], 0)
            self.assertEqual(one["score"] > 0, one["has"] > 0)
        self.assertAlmostEqual((terms + closer) * article["near_share"],
                               article["score"], places=6)
        self.assertAlmostEqual(article["score"], hit["score"], delta=0.001)

    def test_explain_adds_up(self):
        query = "bảo vệ nền tảng UBND"
        # With near matches, with names and symbols, without marks.
        for asked in ("nghị quyết 35", "35-NQ/TW", "ban chi dao 35 quang tri",
                      "năm:2021 bảo vệ nền tảng tư tưởng",
                      "học tập và làm theo tư tưởng đạo đức công đoàn mùa xuân"):
            answer = self.server.search(("q", asked))
            self.assertTrue(answer["hits"], asked)
            for hit in answer["hits"]:
                explained = self.explain(asked, ("id", hit["id"]))
                with self.subTest(asked=asked, source=hit["source"]):
                    self.check_explained(explained["article"], hit)
                    self.assertEqual(explained["total"], answer["total"])
        unmatched = self.server.search(("q", "-đảng"))["hits"]
        if unmatched:
            article = self.explain("đảng", ("id", unmatched[0]["id"]))["article"]
            self.assertFalse(article["matches"])
            self.assertEqual((article["score"], article["features"]), (0, []))
        explained = self.explain(query)
        self.assertEqual(explained["nodes"][0]["articles"],
                         explained["total"])
        self.assertIn("(phrase ủy ban nhân dân)", explained["tree"])
        self.server.json("/api/v1/explain", ("q", "x"), ("id", "nobody"),
                         expect=404)
        self.server.json("/api/v1/explain", ("q", "x"), ("page", "1"),
                         expect=400)
        shell = subprocess.run(
            [programs.BIN / "tracuu-serve", "--index", self.index,
             "--explain-query", query], capture_output=True, check=True)
        self.assertEqual(json.loads(shell.stdout), explained)

    def test_monstrous_queries_get_an_answer_or_a_refusal_in_time(self):
        syllables = self.most_frequent(50)
        bare = [without_marks(one) for one in syllables]
        chance = random.Random(7)
        monsters = {
            "10,000 terms": "đảng " * 10_000,
            "a megabyte": "x" * 1_000_000,
            "unbalanced quotes": '"nền "tảng "" " tư',
            "50 parentheses": "(" * 50 + "đảng" + ")" * 50,
            "open parentheses": "(" * 400,
            "a star": "*", "stars": "* ** *** a* b* c* d*",
            "control characters": "\x00\x01\x1f đảng \x7f",
            "frequent phrase": '"' + " ".join(syllables) + '"',
            "the same without marks": '"' + " ".join(bare) + '"',
            "frequent words": " ".join(syllables),
            "the same unmarked": " ".join(bare),
            "any of them": " OR ".join(syllables),
            "phrases of them": " ".join(f'"{a} {b}"' for a, b
                                        in zip(bare[::2], bare[1::2])),
            "near matches of them": " ".join(syllables) + " zzqx",
            "misspelt": " ".join(one + one[-1] for one in syllables),
            "keystrokes": "baor veej neenf tangr " * 15,
            "prefix of all": "t* h* n*",
            "minus alone": "- -- = == -(",
            "operators": "OR OR AND HOẶC AND",
            "nonsense": " ".join(
                "".join(chance.choice("abcdeghiklmnopqrstuvxy")
                        for _ in range(7)) for _ in range(60)),
            "abbreviations": "UBND HĐND MTTQ BCĐ " * 15,
        }
        for name, query in monsters.items():
            with self.subTest(name=name):
                start = time.monotonic()
                status, _, body = self.server.request("/api/v1/search",
                                                      [("q", query)])
                self.assertIn(status, (200, 400, 413, 414, 431), body[:300])
                if status != 200:
                    self.assertTrue(json.loads(body)["detail"])
                self.assertLess(time.monotonic() - start, 2)
        status, _, _ = self.server.request(
            "/api/v1/search?q=%E1%BB%20%FF%FE%20%C4%91")
        self.assertIn(status, (200, 400))
        self.assertEqual(self.server.request("/readyz")[0], 200)


if __name__ == "__main__":
    programs.require_programs()
    unittest.main()
