#!/usr/bin/env python3
"""The operator's table of overrides, from the command line to the API.

    TRACUU_BIN=build/release/bin tests/integration/overrides.py
"""

import hashlib
import json
import unittest

import programs

HEADER = "target\tfacet\tvalue\tnote\n"
RECORDS = [
    {"id": "a", "url": "https://www.baotinh.example/a.html", "title": "Tin một",
     "text": "Ngày 3/2/2021, tại tỉnh Lâm Đồng, Tỉnh ủy Lâm Đồng tổ chức hội "
             "nghị sơ kết Nghị quyết số 35-NQ/TW ngày 22/10/2018."},
    {"id": "b", "url": "https://baotinh.example/b.html", "title": "Tin hai",
     "province": "Cà Mau", "published": "2022-05-06",
     "text": "Chi bộ khu phố một sinh hoạt theo chuyên đề quý hai năm nay."},
]


class Overrides(unittest.TestCase):
    def setUp(self):
        self.folder = programs.temporary_folder()
        self.path = self.folder.__enter__()
        self.crawl = self.path / "crawl.jsonl"
        self.crawl.write_text("".join(
            json.dumps(record, ensure_ascii=False) + "\n"
            for record in RECORDS), "utf-8")
        self.table = self.path / "overrides.tsv"
        self.index = self.path / "index"

    def tearDown(self):
        self.folder.__exit__(None, None, None)

    def write(self, *lines):
        self.table.write_text(HEADER + "".join(line + "\n" for line in lines),
                              "utf-8")

    def explain(self):
        done = programs.index_program("explain", "--overrides", self.table,
                                      self.crawl)
        self.assertEqual(done.returncode, 0, done.stderr)
        pages = [json.loads(line) for line in done.stdout.splitlines()]
        return {page["id"]: page for page in pages}

    def test_a_line_outranks_the_record_and_the_record_the_text(self):
        self.write("host:baotinh.example\tprovince\tBình Thuận\tits own site",
                   "id:b\tprovince\tHà Giang")
        pages = self.explain()
        self.assertEqual(pages["a"]["provinces"], ["Bình Thuận"])
        self.assertEqual(pages["a"]["provinces_now"], ["Lâm Đồng"])
        self.assertEqual(pages["b"]["provinces"], ["Hà Giang"])
        evidence = pages["b"]["evidence"]["province"][0]["evidence"][0]
        self.assertEqual(evidence["kind"], "override")
        self.assertEqual(evidence["rule"], "province.override")
        self.assertEqual(evidence["detail"], "overrides.tsv:3")
        self.write()
        record = self.explain()["b"]["evidence"]["province"][0]["evidence"][0]
        self.assertEqual(record["kind"], "record")

    def test_what_is_built_is_what_explain_said(self):
        self.write("id:a\tresolution\t05-CT/TW:2016", "id:b\tprovince\tnone",
                   "id:b\tyear\t2019")
        said = self.explain()
        done = programs.index_program("build", "--index", self.index,
                                      "--overrides", self.table, self.crawl)
        self.assertEqual(done.returncode, 0, done.stderr)
        with programs.Server(self.index) as server:
            server.wait_ready()
            for name, page in said.items():
                served = server.json(f"/api/v1/documents/{name}")
                self.assertEqual(served["evidence"], page["evidence"])
                self.assertEqual(served["refused"], page["refused"][:16])
            self.assertEqual(server.search(
                ("resolution", "05-CT/TW:2016"))["total"], 1)
            self.assertEqual(server.search(
                ("resolution", "35-NQ/TW"))["total"], 0)
            self.assertEqual(server.search(("province", "none"))["total"], 1)
            self.assertEqual(server.search(("year", "2019"))["total"], 1)
            self.assertTrue(any(
                one["reason"] == "taken away by overrides.tsv:3"
                for one in server.json("/api/v1/documents/b")["refused"]))
            self.assertEqual(
                server.json("/api/v1/snapshot")["overrides"],
                hashlib.sha256(self.table.read_bytes()).hexdigest())

    def test_an_update_with_another_table_reads_everything_again(self):
        programs.build(self.index, self.crawl)
        self.write("id:b\tprovince\tHà Giang")
        for table, expected in ((self.table, ["Hà Giang"]),
                                (self.table, ["Hà Giang"]),
                                (None, ["Cà Mau"])):
            more = ("--overrides", table) if table else ()
            done = programs.index_program("update", "--index", self.index,
                                          *more, self.crawl)
            self.assertEqual(done.returncode, 0, done.stderr)
            with programs.Server(self.index) as server:
                server.wait_ready()
                self.assertEqual(
                    server.json("/api/v1/documents/b")["provinces"], expected)
        # The page is gone, its article stays: corrections reach it, too.
        lines = self.crawl.read_text("utf-8").splitlines(keepends=True)
        self.crawl.write_text(lines[0], "utf-8")
        done = programs.index_program("update", "--index", self.index,
                                      "--overrides", self.table, self.crawl)
        self.assertEqual(done.returncode, 0, done.stderr)
        with programs.Server(self.index) as server:
            server.wait_ready()
            self.assertEqual(
                server.json("/api/v1/documents/b")["provinces"], ["Hà Giang"])

    def test_a_wrong_table_stops_before_anything_is_published(self):
        for line, told in (("id:a\tprovince\tAtlantis", "Atlantis"),
                           ("id:a\tcolour\tred", "colour"),
                           ("a\tyear\t2021", "id:, url:, source: or host:"),
                           ("id:a year 2021", "tab")):
            self.write("# a comment", line)
            for arguments in (("build", "--index", self.index),
                              ("update", "--index", self.index), ("explain",)):
                with self.subTest(line=line, command=arguments[0]):
                    done = programs.index_program(
                        *arguments, "--overrides", self.table, self.crawl)
                    self.assertEqual(done.returncode, 2)
                    words = done.stderr.decode()
                    self.assertIn("overrides.tsv:3", words)
                    self.assertIn(told, words)
                    self.assertIn("remedy", words)
            self.assertFalse((self.index / "CURRENT").exists())
        done = programs.index_program(
            "build", "--index", self.index, "--overrides",
            self.path / "none.tsv", self.crawl)
        self.assertEqual(done.returncode, 2)
        self.assertFalse((self.index / "CURRENT").exists())

    def test_without_a_table_the_manifest_says_so(self):
        programs.build(self.index, self.crawl)
        with programs.Server(self.index) as server:
            server.wait_ready()
            self.assertIsNone(server.json("/api/v1/snapshot")["overrides"])


if __name__ == "__main__":
    unittest.main()
