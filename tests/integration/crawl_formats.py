#!/usr/bin/env python3
"""What crawlers leave, from their files to answers: WARC, mirrors, JSONL, old
encodings, and what is broken about them. Real wget writes some of it, where it
is installed."""

import gzip
import http.server
import io
import json
import os
import resource
import shutil
import subprocess
import threading
import unittest
import zipfile

import programs

BODY = ("Ngày 12/3/2021, Chi bộ thôn Đông tổ chức sinh hoạt chuyên đề về học "
        "tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh. Các đảng "
        "viên thảo luận sôi nổi, thống nhất chương trình hành động của chi bộ "
        "trong năm, gắn với nhiệm vụ của từng đảng viên.")
TCVN3 = {
    "Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6,
    "Đ": 0xA7, "ă": 0xA8, "â": 0xA9, "ê": 0xAA, "ô": 0xAB, "ơ": 0xAC,
    "ư": 0xAD, "đ": 0xAE, "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8,
    "ạ": 0xB9, "ằ": 0xBB, "ắ": 0xBE, "ặ": 0xC6, "ầ": 0xC7, "ấ": 0xCA,
    "ậ": 0xCB, "è": 0xCC, "é": 0xD0, "ẹ": 0xD1, "ề": 0xD2, "ể": 0xD3,
    "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7, "í": 0xDD, "ị": 0xDE, "ò": 0xDF,
    "ó": 0xE3, "ọ": 0xE4, "ồ": 0xE5, "ổ": 0xE6, "ố": 0xE8, "ộ": 0xE9,
    "ờ": 0xEA, "ở": 0xEB, "ớ": 0xED, "ợ": 0xEE, "ù": 0xEF, "ủ": 0xF1,
    "ú": 0xF3, "ụ": 0xF4, "ừ": 0xF5, "ử": 0xF6, "ứ": 0xF8, "ự": 0xF9,
    "ý": 0xFD,
}


WORD = ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
        "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>" + BODY +
        "</w:t></w:r></w:p></w:body></w:document>")


def html(title, body=BODY):
    return (f"<!DOCTYPE html><html><head><title>{title}</title></head><body>"
            f"<h1>{title}</h1><p>{body}</p></body></html>")


def tcvn3(text):
    return bytes(TCVN3.get(c) or ord(c) for c in text)


def record(url, block, kind="response", date="2024-05-01T10:00:00Z",
           length=None):
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Date: {date}\r\n"
            f"Content-Length: {len(block) if length is None else length}"
            "\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def response(body, fields=""):
    if isinstance(body, str):
        body = body.encode()
    return (f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{fields}"
            "\r\n").encode() + body


class Crawls(programs.Crawl):
    def test_a_warc_is_found_by_its_urls(self):
        old = record("http://x.example/a", response(html("Tiêu đề cũ")),
                     date="2023-01-01T00:00:00Z")
        new = record("HTTP://X.example:80/a?utm_source=z#b",
                     response(html("Tiêu đề mới")))
        other = record("http://x.example/b", response(
            gzip.compress(html("Tiêu đề khác").encode()),
            "Content-Encoding: gzip\r\n"))
        members = [gzip.compress(part) for part in (new, old, other)]
        self.write("c.warc.gz", b"".join(members))
        self.build(0)
        self.assertEqual(
            {source: row["reason"] for source, row in self.rejected().items()},
            {f"crawl/c.warc.gz@{len(members[0])}": "superseded"})
        with programs.Server(self.index) as server:
            server.wait_ready()
            # They differ in their titles alone, so they are copies.
            found = server.search(("q", "tiêu đề"), ("collapse", "false"))
            self.assertEqual(found["total"], 2)
            hits = {hit["url"]: hit for hit in found["hits"]}
            self.assertEqual(set(hits), {"http://x.example/a",
                                         "http://x.example/b"})
            hit = hits["http://x.example/a"]
            self.assertEqual(hit["source"], "crawl/c.warc.gz@0")
            title = "".join(part["text"] for part in hit["title"])
            self.assertEqual(title, "Tiêu đề mới")
            self.assertEqual(server.search(("q", "=cũ"))["total"], 0)

    def test_one_site_by_warc_mirror_and_jsonl_is_one_article_a_page(self):
        self.write("c.warc", record("http://x.example/tin/",
                                    response(html("Bản của WARC"))))
        self.write("m/x.example/tin/index.html", html("Bản của thư mục"))
        self.write("c.jsonl", json.dumps(
            {"url": ["http://x.example/tin/index.html#c"],
             "title": ["Bản của Scrapy"], "body": [BODY],
             "timestamp": 1767225600}) + "\n")
        self.build(1)
        self.assertEqual(self.documents(), 1)
        self.assertEqual(self.reasons(), ["duplicate-id", "superseded"])
        with programs.Server(self.index) as server:
            server.wait_ready()
            self.assertEqual(server.search(("q", "scrapy"))["total"], 1)

    def test_old_encodings_are_read_and_the_repair_is_told(self):
        self.write("abc.txt", tcvn3("Chi bộ thôn Đông sinh hoạt chuyên đề\n\n"
                                    + BODY))
        self.write("twice.html", html("Chi bộ thôn Tây sinh hoạt chuyên đề")
                   .encode().decode("latin-1"))
        entities = "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in
                           tcvn3(html("Chi bộ thôn Nam")).decode("latin-1"))
        self.write("entities.html", entities)
        self.write("utf16.txt", BODY.encode("utf-16"))
        self.write("well.txt", BODY)
        pages = programs.explain(self.crawl)
        self.assertEqual(
            {source: page["repairs"] for source, page in pages.items()},
            {"crawl/abc.txt": ["tcvn3"],
             "crawl/entities.html": ["tcvn3"],
             "crawl/twice.html": ["utf-8 as windows-1252"],
             "crawl/utf16.txt": [], "crawl/well.txt": []})
        for page in pages.values():
            self.assertIn(BODY, page["text"].replace("\n", " "))
        self.assertEqual(pages["crawl/entities.html"]["title"],
                         "Chi bộ thôn Nam")
        for name in ("a.jpg", "b.JPG", "c.doc", "Makefile"):
            self.write(name, "no page")
        said = self.build(0)
        self.assertIn("tcvn3            2", said)
        self.assertIn("not read: 1 others, 1 .doc, 2 .jpg\n", said)
        self.assertEqual(self.stats()["report"]["inputs"]["ignored"],
                         {"": 1, ".doc": 1, ".jpg": 2})
        repairs = {
            "tcvn3": {"count": 2, "first": ["crawl/abc.txt",
                                            "crawl/entities.html"]},
            "utf-8 as windows-1252": {"count": 1,
                                      "first": ["crawl/twice.html"]}}
        self.assertEqual(self.stats()["report"]["repairs"], repairs)
        shown = programs.index_program("stats", "--index", self.index).stdout
        self.assertRegex(shown.decode(), r"repaired when they were read\n"
                         r" +2  tcvn3\n +crawl/abc.txt\n")
        with programs.Server(self.index) as server:
            server.wait_ready()
            report = server.json("/api/v1/snapshot")["report"]
            self.assertEqual(report["repairs"], repairs)
        # An update reads only what is new.
        self.write("more.txt", tcvn3("Chi bộ thôn Bắc học tập\n\n" + BODY))
        done = programs.index_program("update", "--json", "--index",
                                      self.index, self.crawl)
        self.assertEqual(json.loads(done.stdout.splitlines()[-1])["repairs"],
                         {"tcvn3": 1})

    def test_a_word_document_in_a_warc_is_found_by_its_address(self):
        document = io.BytesIO()
        with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as out:
            out.writestr("word/document.xml", WORD)
        answer = (b"HTTP/1.1 200 OK\r\nContent-Type: application/vnd."
                  b"openxmlformats-officedocument.wordprocessingml.document"
                  b"\r\n\r\n")
        broken = "http://x.example/hong.docx"
        self.write("c.warc", record("http://x.example/tai?id=5",
                                    answer + document.getvalue()) +
                   record(broken, answer + document.getvalue()[:99]))
        self.build(1)
        self.assertEqual(self.reasons(), ["bad-docx"])
        with programs.Server(self.index) as server:
            server.wait_ready()
            hits = server.search(("q", "sinh hoạt chuyên đề"))["hits"]
            self.assertEqual([hit["url"] for hit in hits],
                             ["http://x.example/tai?id=5"])

    def test_of_two_mirrors_the_sitemap_tells_the_newer(self):
        plain = BODY.replace("Ngày 12/3/2021, ", "")
        for newer, older in (("1", "2"), ("2", "1")):
            for night, day in ((newer, "2021-05-06"), (older, "2019-05-06")):
                self.write(f"{night}/x.example/a.html",
                           html(f"Bản chụp thứ {night}", plain))
                self.write(f"{night}/x.example/sitemap.xml",
                           "<urlset><url><loc>https://x.example/a.html</loc>"
                           f"<lastmod>{day}</lastmod></url></urlset>")
            self.build(0)
            self.assertEqual(list(self.rejected()),
                             [f"crawl/{older}/x.example/a.html"])
            self.assertEqual(self.reasons(), ["superseded"])
            self.assertEqual(self.documents(), 1)
            # It tells captures apart and dates no article.
            self.assertEqual(self.stats()["facets"]["year"]["missing"], 1)
            for page in programs.explain(self.crawl).values():
                self.assertIsNone(page["published"])
                self.assertIsNone(page["year"])


class BadCrawls(programs.Crawl):
    def test_damage_is_told_by_file_offset_reason_and_hint(self):
        good = [gzip.compress(record(f"http://x.example/{n}",
                                     response(html(f"Bài số {n}"))))
                for n in range(3)]
        lie = gzip.compress(record("http://x.example/lie",
                                   response(html("Dối")), length=10 ** 12))
        bomb = gzip.compress(record("http://x.example/bomb",
                                    response(b"a" * (100 << 20))))
        parts = [good[0], lie, good[1], bomb, good[2], good[0][:-30]]
        self.write("c.warc.gz", b"".join(parts))
        self.build(1)
        self.assertEqual(self.documents(), 3)
        offsets = [sum(map(len, parts[:n])) for n in range(len(parts))]
        rows = self.rejected()
        self.assertEqual(
            {row["offset"]: row["reason"] for row in rows.values()},
            {offsets[1]: "truncated", offsets[3]: "too-large",
             offsets[5]: "bad-archive"})
        for source, row in rows.items():
            self.assertEqual(source, f"crawl/c.warc.gz@{row['offset']}")
            self.assertTrue(row["message"] and row["hint"])

    def test_a_record_of_a_gigabyte_is_not_held(self):
        path = self.crawl / "big.warc"
        block = response(b"")
        good = record("http://x.example/a", response(html("Bài tốt")))
        with open(path, "wb") as out:
            out.write(record("http://x.example/big", block,
                             length=len(block) + (1 << 30))[:-4])
            out.seek(1 << 30, os.SEEK_CUR)  # A hole: it takes no disk.
            out.write(b"\r\n\r\n" + good)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.build(1)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        rows = self.rejected()
        self.assertEqual(list(rows), ["crawl/big.warc@0"])
        self.assertEqual(rows["crawl/big.warc@0"]["reason"], "too-large")
        self.assertEqual(self.documents(), 1)
        self.assertLess(max(peak - before, 0), 300 * 1024, "kB of memory")

    def test_names_and_links_that_are_none(self):
        good = self.write("good.txt", BODY)
        raw = os.fsencode(self.crawl)
        for name in (b"line\nfeed.warc", b"not utf-8 \xff.html", b"a\x07.txt"):
            with open(raw + b"/" + name, "wb") as out:
                out.write(BODY.encode())
        os.symlink(".", self.crawl / "loop")
        os.symlink("again.warc", self.crawl / "again.warc")
        os.mkfifo(self.crawl / "pipe.warc.gz")
        os.symlink("/dev/zero", self.crawl / "zero.warc")
        self.build(1)
        self.assertTrue(good.exists())
        self.assertEqual(self.documents(), 1)
        self.assertEqual(self.reasons(), ["bad-name"] * 3 + ["unreadable"] * 3)


class Site(http.server.SimpleHTTPRequestHandler):
    """A site of three pages; one by a query, one in chunks."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/robots.txt":
            return self.answer("User-agent: *\n", "text/plain")
        links = '<a href="/xem.aspx?id=5">a</a> <a href="/tin/">b</a>'
        if self.path == "/":
            return self.answer(html("Trang đầu", BODY + links))
        if self.path == "/xem.aspx?id=5":
            return self.answer(html("Trang có câu hỏi"))
        if self.path == "/tin/":
            return self.answer(html("Trang từng khúc"), chunked=True)
        return self.send_error(404)

    def answer(self, text, kind="text/html; charset=utf-8", chunked=False):
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if chunked:
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for at in range(0, len(body), 100):
                part = body[at:at + 100]
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_):
        pass


@unittest.skipUnless(shutil.which("wget"), "wget is not installed")
class Wget(programs.Crawl):
    def setUp(self):
        super().setUp()
        self.site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
        threading.Thread(target=self.site.serve_forever, daemon=True).start()
        self.addCleanup(self.site.server_close)
        self.addCleanup(self.site.shutdown)
        self.address = f"http://127.0.0.1:{self.site.server_port}/"
        self.host = f"127.0.0.1:{self.site.server_port}"

    def wget(self, *options):
        done = subprocess.run(
            ["wget", "-q", "-r", "--no-proxy", *options, self.address],
            cwd=self.crawl, check=False, timeout=60)
        # 8: some page answered with an error, as favicon.ico may.
        self.assertIn(done.returncode, (0, 8))

    def check_pages(self):
        self.build(0)
        with programs.Server(self.index) as server:
            server.wait_ready()
            hits = server.search(("q", "trang"),
                                 ("collapse", "false"))["hits"]
        self.assertEqual(
            {hit["url"]: "".join(part["text"] for part in hit["title"])
             for hit in hits},
            {self.address: "Trang đầu",
             self.address + "xem.aspx?id=5": "Trang có câu hỏi",
             self.address + "tin/": "Trang từng khúc"})

    def test_its_warc(self):
        self.wget("--warc-file=site", "--delete-after")
        self.assertTrue((self.crawl / "site.warc.gz").exists())
        self.check_pages()

    def test_its_warc_without_packing(self):
        self.wget("--warc-file=site", "--no-warc-compression",
                  "--delete-after")
        self.check_pages()

    def test_its_mirror(self):
        for options in ((), ("-E",)):
            self.wget(*options)
            # An address of numbers is no name that a mirror is known by.
            shutil.move(self.crawl / self.host, self.crawl / "x.example")
            self.address = "http://x.example/"
            self.check_pages()
            self.address = f"http://{self.host}/"
            shutil.rmtree(self.crawl / "x.example")
            shutil.rmtree(self.index)


if __name__ == "__main__":
    programs.require_programs()
    unittest.main()
