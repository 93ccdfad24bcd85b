#!/usr/bin/env python3
"""From a folder of pages to answers over HTTP, with the real programs.

    TRACUU_BIN=build/release/bin tests/integration/end_to_end.py

The sample corpus is indexed once and served; the tests ask.
"""

import json
import random
import re
import threading
import time
import unicodedata
import unittest

import programs

FACETS = ["province", "province_now", "unit", "unit_level", "year",
          "resolution", "host"]


class Answers(programs.ServedCorpus):
    def ids(self, query, *more):
        found = self.server.search(("q", query), *more)
        return [hit["id"] for hit in found["hits"]]

    def test_everything_is_indexed(self):
        gold = sum(1 for _ in open(programs.CORPUS / "gold.ndjson", "rb"))
        self.assertEqual(self.server.search()["total"], gold)
        snapshot = self.server.json("/api/v1/snapshot")
        self.assertEqual(snapshot["documents"], gold)

    def test_spellings_of_one_query_give_the_same_ten_in_the_same_order(self):
        for query in ("bảo vệ nền tảng tư tưởng của Đảng",
                      "Nghị quyết Trung ương về xây dựng Đảng",
                      "kỷ luật của tổ chức Đảng", "Ủy ban kiểm tra",
                      "văn hóa", "hòa giải thủy lợi khóa"):
            expected = self.ids(query)
            modern = (query.replace("òa", "oà").replace("óa", "oá")
                      .replace("ủy", "uỷ").replace("Ủy", "Uỷ"))
            for variant in (unicodedata.normalize("NFD", query),
                            query.upper(), query.lower(), query.title(),
                            query.replace(" ", "\u00a0"), modern,
                            query.replace("Đ", "\u00d0"),
                            "  " + query.replace(" ", " \u200b "),
                            unicodedata.normalize("NFD", modern.upper())):
                with self.subTest(query=query, variant=ascii(variant)):
                    self.assertEqual(self.ids(variant), expected)

    def test_a_query_without_marks_finds_what_the_marked_one_finds_first(self):
        marked = self.ids("bảo vệ nền tảng tư tưởng")
        bare = self.ids("bao ve nen tang tu tuong")
        self.assertTrue(marked)
        self.assertEqual(bare[0], marked[0])

    def test_marks_that_were_typed_bind(self):
        everything = self.server.search(("q", "dang"), ("per_page", 100))
        self.assertGreater(everything["total"], 0)
        party = self.server.search(("q", "=đảng"))["total"]
        being = self.server.search(("q", "=đang"))["total"]
        either = self.server.search(("q", "=đảng OR =đang"))["total"]
        both = self.server.search(("q", "=đảng =đang"))["total"]
        self.assertEqual(either, party + being - both)
        self.assertLess(party, everything["total"] + 1)
        for hit in self.server.search(("q", "=đảng"), ("per_page", 50))["hits"]:
            for segment in hit["title"] + hit["snippet"]:
                if segment.get("match"):
                    words = re.findall(r"\w+", segment["text"].lower())
                    self.assertEqual({w.replace("ð", "đ") for w in words},
                                     {"đảng"})

    def test_every_count_is_the_total_one_gets_by_clicking_it(self):
        chance = random.Random(5)
        queries = ["", "đảng", "nghi quyet", '"nền tảng tư tưởng"',
                   "chi bộ -hội", "kiểm tra OR giám sát"]
        for _ in range(60):
            chosen = [("q", chance.choice(queries)), ("facet_limit", 1000)]
            for _ in range(chance.randrange(3)):
                facet = chance.choice(FACETS)
                values = self.server.search(*chosen)["facets"][facet]["values"]
                if values:
                    chosen.append((facet, chance.choice(values)["value"]))
            answer = self.server.search(*chosen)
            facet = chance.choice(FACETS)
            others = [c for c in chosen if c[0] != facet]
            found = answer["facets"][facet]
            self.assertEqual(len(found["values"]), found["distinct"])
            for value in found["values"]:
                clicked = self.server.search(*others, (facet, value["value"]))
                self.assertEqual(clicked["total"], value["count"],
                                 (chosen, facet, value))
            missing = self.server.search(*others, (facet, "none"))
            self.assertEqual(missing["total"], found["missing"])

    def test_paging_goes_through_all_hits_once(self):
        total = self.server.search(("q", "đảng"))["total"]
        seen = []
        for page in range(1, total // 7 + 2):
            seen += [h["id"] for h in self.server.search(
                ("q", "đảng"), ("page", page), ("per_page", 7))["hits"]]
        self.assertEqual(len(seen), total)
        self.assertEqual(len(set(seen)), total)

    def test_sorting_by_date(self):
        for sort, sign in (("-date", -1), ("date", 1)):
            days = [h["published"] or h["event_date"]
                    for h in self.server.search(("sort", sort),
                                                ("per_page", 100))["hits"]]
            known = [d for d in days if d and len(d) == 10 and d[0] != "-"]
            self.assertEqual(known, sorted(known, reverse=sign < 0))

    def test_documents_carry_evidence_inside_their_text(self):
        for hit in self.server.search(("per_page", 100))["hits"]:
            page = self.server.json("/api/v1/documents/" + hit["id"])
            for values in page["evidence"].values():
                for value in values if isinstance(values, list) else [values]:
                    for proof in value["evidence"]:
                        if proof["kind"] != "text":
                            continue
                        self.assertEqual(
                            page["text"][proof["start"]:proof["end"]],
                            proof["text"])
                        self.assertTrue(proof["text"].strip())

    def test_symbols_are_safe(self):
        for hit in self.server.search(("q", "35-NQ/TW"),
                                      ("per_page", 100))["hits"]:
            page = self.server.json("/api/v1/documents/" + hit["id"])
            flat = page["text"].replace(" ", "").replace("\n", "")
            self.assertTrue(
                "35-NQ/T" in flat or "35-NQ/TW" in str(page["resolutions"]),
                hit["source"])
        same = {tuple(self.ids(q)) for q in
                ("35-NQ/TW", "35 NQ TW", "35/NQ-TW", "35-nq/tw", "35 - NQ/TW")}
        self.assertEqual(len(same), 1)

    def test_malformed_queries_are_searched_literally(self):
        for query in ('"nền tảng', "(đảng", "đảng)", "OR", "-", "()", '""',
                      "tỉnh:", "a AND", "***", "năm:abc", "((((((((((a",
                      "\u0000", "\ud83d\ude00".encode("utf-16", "surrogatepass")
                      .decode("utf-16")):
            with self.subTest(query=query):
                status, _, body = self.server.request(
                    "/api/v1/search", [("q", query)])
                self.assertIn(status, (200, 400))
                json.loads(body)

    def test_bad_parameters_are_named(self):
        for name, value in (("page", "0"), ("page", "-1"), ("page", "x"),
                            ("per_page", "101"), ("per_page", "0"),
                            ("sort", "up"), ("accents", "maybe"),
                            ("year", "2021..x"), ("from", "2021-13"),
                            ("to", "31/12/2021"), ("facet_limit", "1001"),
                            ("facets", "colour"), ("nonsense", "1")):
            with self.subTest(parameter=name, value=value):
                status, headers, body = self.server.request(
                    "/api/v1/search", [(name, value)])
                self.assertEqual(status, 400)
                self.assertEqual(headers.get_content_type(),
                                 "application/problem+json")
                problem = json.loads(body)
                self.assertEqual(problem["parameter"], name)
                for key in ("code", "title", "detail", "status"):
                    self.assertTrue(problem[key])

    def test_similar_articles_are_others(self):
        for hit in self.server.search(("q", "chi bộ"))["hits"]:
            answer = self.server.json(
                f"/api/v1/documents/{hit['id']}/similar", ("limit", "3"))
            others = [other["id"] for other in answer["similar"]]
            self.assertNotIn(hit["id"], others)
            self.assertEqual(len(others), len(set(others)))
            self.assertLessEqual(len(others), 3)

    def test_completions_offer_phrases_and_values(self):
        for typed, kind, value in (
                ("quang tr", "province", "Quảng Trị"),
                ("35-nq", "resolution", "35-NQ/TW:2018"),
                ("nen tang tu t", "phrase", "nền tảng tư tưởng")):
            with self.subTest(typed=typed):
                answer = self.server.json("/api/v1/suggest", ("q", typed))
                found = [s["value"] for s in answer["suggestions"]
                         if s["type"] == kind]
                self.assertTrue(any(f.startswith(value) for f in found), found)

    def test_other_errors(self):
        self.server.json("/api/v1/documents/nothing", expect=404)
        self.server.json("/api/v1/facets/colour", expect=404)
        self.server.json("/api/v1/nothing", expect=404)
        self.assertEqual(self.server.request("/api/v1/search",
                                             method="POST")[0], 405)
        status, _, body = self.server.request("/api/v1/search",
                                              [("q", "a" * 9000)])
        self.assertIn(status, (400, 414))
        json.loads(body)

    def test_every_reply_has_the_security_headers(self):
        for path in ("/", "/api/v1/search", "/api/v1/nothing", "/healthz"):
            _, headers, _ = self.server.request(path)
            self.assertIn("default-src 'none'",
                          headers["Content-Security-Policy"], path)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
        status, _, _ = self.server.request(
            "/api/v1/search", headers={"Host": "evil.example"})
        self.assertEqual(status, 421)


class Snapshots(unittest.TestCase):
    def test_the_server_waits_for_the_first_snapshot_and_follows_the_next(self):
        with programs.temporary_folder() as folder:
            index = folder / "index"
            with programs.Server(index) as server:
                self.assertEqual(server.request("/healthz")[0], 200)
                self.assertEqual(server.request("/readyz")[0], 503)
                server.search(expect=503)
                programs.build(index, programs.CORPUS / "txt")
                server.wait_ready()
                first = server.search()
                self.publish_under_load(server, index, first)
                self.assertEqual(server.stop(), 0)

    def publish_under_load(self, server, index, first):
        failures, seen, stop = [], set(), threading.Event()
        totals = {first["snapshot"]["id"]: first["total"]}

        def ask():
            while not stop.is_set():
                try:
                    answer = server.search(("q", "đảng"))
                    seen.add((answer["snapshot"]["id"],
                              answer["snapshot"]["documents"],
                              answer["total"]))
                except Exception as error:  # Any failure is the finding.
                    failures.append(repr(error))

        askers = [threading.Thread(target=ask) for _ in range(4)]
        for asker in askers:
            asker.start()
        folders = (["txt", "html"], ["txt", "html", "jsonl"], ["html"])
        for names in folders:
            programs.build(index, *(programs.CORPUS / n for n in names))
            self.wait_for_new_snapshot(server, totals)
        stop.set()
        for asker in askers:
            asker.join()
        self.assertEqual(failures, [])
        self.assertEqual(len(totals), 4)
        # One snapshot, one answer: nothing was mixed.
        self.assertEqual(len({row[0] for row in seen}), len(seen))

    def wait_for_new_snapshot(self, server, totals):
        end = time.monotonic() + 15
        while time.monotonic() < end:
            answer = server.search()
            if answer["snapshot"]["id"] not in totals:
                totals[answer["snapshot"]["id"]] = answer["total"]
                return
            time.sleep(0.05)
        self.fail("the new snapshot was not picked up")


@unittest.skipUnless(programs.shared(), "real pages are not beside the project")
class RealPages(unittest.TestCase):
    def test_the_seeds_have_their_gold_facets_and_none_of_the_traps(self):
        seeds = programs.shared() / "seeds"
        gold = json.loads((seeds / "gold_facets.json").read_text("utf-8"))
        pages = programs.explain(seeds)
        for row in gold["seeds"]:
            page = pages["seeds/" + row["file"]]
            with self.subTest(seed=row["file"]):
                published = row["published"]["value"]
                self.assertEqual(page["published"],
                                 published and published[:10])
                self.assertEqual(page["year"], row["year"]["value"])
                known = [p for p in row["provinces"]
                         if p["pre2025"] != "unknown"]
                self.assertEqual(sorted(page["provinces"]),
                                 sorted(p["pre2025"] for p in known))
                self.assertEqual(sorted(page["provinces_now"]),
                                 sorted({p["post2025"] for p in known}))
                if known:
                    self.assertEqual(page["provinces"][0], known[0]["pre2025"])
                self.assertEqual(sorted(page["resolutions"]),
                                 sorted(r["id"] for r in row["resolutions"]))
                self.assertEqual(page["title"], row["title"]["value"])


if __name__ == "__main__":
    programs.require_programs()
    unittest.main()
