#!/usr/bin/env python3
"""Cited documents, provinces and coverage of the sample corpus, over HTTP.

    TRACUU_BIN=build/release/bin tests/integration/entities.py

Every number is held to the total that the filters of a search give.
"""

import random
import unittest

import programs


class Entities(programs.ServedCorpus):
    def total(self, *filters):
        return self.server.search(*filters, ("facets", ""),
                                  ("collapse", "false"))["total"]

    def check_table(self, facet, table, *base):
        """Every total of the table, and some of its cells."""
        chance = random.Random(3)
        rows = table["rows"] + [{**table["no_province"], "value": "none"}]
        columns = table["years"] + [{"value": "none",
                                     "count": table["no_year"]}]
        for column in columns:
            self.assertEqual(self.total(*base, ("year", column["value"])),
                             column["count"], column)
        for row in rows:
            here = (*base, (facet, row["value"]))
            self.assertEqual(self.total(*here), row["count"], row)
            column = chance.choice(columns)["value"]
            cell = row["no_year"] if column == "none" \
                else row["years"].get(column, 0)
            self.assertEqual(self.total(*here, ("year", column)), cell,
                             (row, column))

    def test_every_cited_document_is_listed_with_its_filters_total(self):
        facet = self.server.json("/api/v1/facets/resolution",
                                 ("per_page", 1000))
        expected = {one["value"]: one["count"] for one in facet["values"]}
        listed = self.server.json("/api/v1/resolutions", ("per_page", 1000))
        self.assertEqual(listed["total"], len(expected))
        self.assertEqual({one["id"]: one["articles"]
                          for one in listed["resolutions"]}, expected)

    def test_a_cited_document_is_exact_to_the_cell(self):
        listed = self.server.json("/api/v1/resolutions", ("per_page", 6))
        for one in listed["resolutions"]:
            view = self.server.json("/api/v1/resolutions", ("id", one["id"]))
            base = ("resolution", one["id"])
            self.assertEqual(view["articles"], self.total(base))
            for facet, table in view["tables"].items():
                self.check_table(facet, table, base)
            for other in view["cited_with"]:
                self.assertEqual(
                    self.total(base, ("q", f'nq:"{other["id"]}"')),
                    other["articles"], (one["id"], other["id"]))
            self.assertEqual(one["first_citation"],
                             (view["first_citation"] or {}).get("date"))

    def test_spellings_are_the_evidence_of_the_citing_articles(self):
        name = "35-NQ/TW:2018"
        view = self.server.json("/api/v1/resolutions", ("id", name))
        counts = {}
        hits = self.server.search(("resolution", name), ("per_page", 100),
                                  ("collapse", "false"))
        self.assertEqual(hits["total"], view["articles"])
        for hit in hits["hits"]:
            article = self.server.json(f"/api/v1/documents/{hit['id']}")
            for value in article["evidence"]["resolution"]:
                if value["value"] != name:
                    continue
                for one in value["evidence"]:
                    if one["kind"] == "text":
                        words = " ".join(one["text"].split())
                        counts[words] = counts.get(words, 0) + 1
        shown = {one["text"]: one["count"] for one in view["spellings"]}
        self.assertTrue(shown)
        for words, count in shown.items():
            self.assertEqual(counts.get(words), count, words)
        self.assertEqual(sum(counts.values()),
                         sum(shown.values()) + view["other_spellings"])

    def test_the_path_takes_the_id_in_any_spelling(self):
        expected = self.server.json("/api/v1/resolutions",
                                    ("id", "35-NQ/TW:2018"))
        for path in ("35-NQ%2FTW:2018", "35-NQ/TW:2018", "35-nq%2ftw%3A2018"):
            self.assertEqual(self.server.json("/api/v1/resolutions/" + path),
                             expected, path)
        status, _, _ = self.server.request("/api/v1/resolutions/77-NQ%2FTU")
        self.assertEqual(status, 404)

    def test_coverage_is_exact_under_a_query(self):
        for base in ((), (("q", "chi bo"),),
                     (("q", "đảng"), ("not.host", "none"))):
            with self.subTest(base=base):
                coverage = self.server.json("/api/v1/coverage", *base)
                self.assertEqual(coverage["total"], self.total(*base))
                for facet, table in coverage["tables"].items():
                    self.check_table(facet, table, *base)
                for host in coverage["hosts"]["values"]:
                    self.assertEqual(
                        self.total(*base, ("host", host["value"])),
                        host["count"], host)
                for facet, count in coverage["missing"].items():
                    self.assertEqual(self.total(*base, (facet, "none")), count,
                                     facet)

    def test_the_days_of_coverage_are_those_of_the_ends_of_the_list(self):
        coverage = self.server.json("/api/v1/coverage")
        newest = self.server.search(("sort", "-date"), ("per_page", 1))
        oldest = self.server.search(("sort", "date"), ("per_page", 1))
        day = lambda found: (found["hits"][0]["published"]
                             or found["hits"][0]["event_date"])
        self.assertEqual(coverage["last_date"], day(newest))
        self.assertEqual(coverage["first_date"], day(oldest))

    def test_provinces_of_the_days_of_change(self):
        def on(day):
            found = self.server.json("/api/v1/provinces", ("at", day))
            return {one["name"]: one for one in found["provinces"]}
        self.assertEqual(len(on("2008-07-31")), 64)
        self.assertEqual(len(on("2025-06-30")), 63)
        now = on("2025-07-01")
        self.assertEqual(len(now), 34)
        self.assertFalse(now["Đồng Nai"]["is_city"])
        self.assertTrue(on("2026-04-30")["Đồng Nai"]["is_city"])
        self.assertFalse(on("2024-12-31")["Thừa Thiên Huế"]["is_city"])
        self.assertEqual(on("2025-01-01")["Thừa Thiên Huế"]["official_name"],
                         "Thành phố Huế")
        for name, one in now.items():
            self.assertEqual(one["articles"]["province_now"],
                             self.total(("province_now", name)), name)


if __name__ == "__main__":
    unittest.main()
