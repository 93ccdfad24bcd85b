#!/usr/bin/env python3
"""After two updates that keep the older database the server answers as after a
build of the same crawl: the same articles, counts, dates, completions, copies.

Only the finer order by relevance may differ, as the pairs that are indexed are
those of the base (docs/decisions/0011-changes.md): scores by some hundredths.
"""

import json
import random
import subprocess
import sys
import unittest
import urllib.parse

import crawls
import programs

ARTICLES = 1500
GENERATOR = programs.ROOT / "scripts/generate_corpus.py"
# What differs between two snapshots of the same articles.
OWN = {"took_ms", "snapshot"}


def generate(path, count):
    subprocess.run([sys.executable, str(GENERATOR), "--n", str(count), "--out",
                    str(path)], check=True, capture_output=True)
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def with_copies(records, chance):
    """Every twentieth is followed by a copy on another portal."""
    for record in records:
        yield record
        if chance.random() < 0.05:
            copy = dict(record)
            copy["id"] = record["id"] + "-copy"
            copy["url"] = "https://portal.example/" + copy["id"]
            yield copy


def changed(records, spare, chance):
    """The crawl of the next night: some articles are gone, some say something
    else, some are new, and most lie in another line."""
    for record in records:
        what = chance.random()
        if what < 0.01:
            continue
        if what < 0.025:
            other = dict(next(spare))
            other["id"], other["url"] = record["id"], record["url"]
            yield other
        else:
            yield record
        if what > 0.99:
            yield next(spare)


def write(path, records):
    with open(path, "w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def without_marks(text):
    import unicodedata
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in bare if not unicodedata.combining(c))


def queries(records, chance):
    """As readers type them, taken from the articles."""
    found = []
    for record in chance.sample(records, 60):
        words = record["text"].split()
        at = chance.randrange(len(words) - 6)
        found += [" ".join(words[at:at + 2]),
                  without_marks(" ".join(words[at:at + 3])),
                  '"' + " ".join(words[at:at + 3]).replace('"', "") + '"',
                  " ".join(words[at:at + 5]),
                  words[at][:2] + "* " + words[at + 1],
                  f"{words[at]} -{words[at + 3]}",
                  "tiêu-đề:" + record["title"].split()[1]]
    return found


class UpdatedAndBuilt(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = programs.temporary_folder()
        folder = cls.folder.__enter__()
        chance = random.Random(5)
        generated = generate(folder / "all.jsonl", ARTICLES + 400)
        spare = iter(generated[ARTICLES:])
        first = list(with_copies(generated[:ARTICLES], chance))
        second = list(changed(first, spare, chance))
        cls.records = list(changed(second, spare, chance))
        crawl = folder / "crawl.jsonl"
        updated, built = folder / "updated", folder / "built"
        write(crawl, first)
        programs.build(updated, crawl)
        for night in (second, cls.records):
            write(crawl, night)
            done = programs.index_program("update", "--prune", "--index",
                                          updated, crawl)
            assert done.returncode in (0, 1), done.stderr
        programs.build(built, crawl)
        cls.indexes = (updated, built)
        cls.servers = [programs.Server(index) for index in cls.indexes]
        for server in cls.servers:
            server.wait_ready()

    @classmethod
    def tearDownClass(cls):
        for server in cls.servers:
            server.stop()
        cls.folder.__exit__(None, None, None)

    def both(self, path, *parameters):
        answers = []
        for server in self.servers:
            status, _, body = server.request(path, parameters)
            answer = json.loads(body)
            for name in OWN:
                answer.pop(name, None)
            answers.append((status, answer))
        return answers

    def assert_same(self, path, *parameters):
        updated, built = self.both(path, *parameters)
        self.assertEqual(updated, built, f"{path} {parameters}")
        return updated[1]

    def test_the_older_database_was_kept(self):
        updated, built = (index / "snapshots" / crawls.current(index)
                          for index in self.indexes)
        for name in ("changes.glass", "changes.fwd", "gone.glass",
                     "articles.order", "moved.bin"):
            self.assertTrue((updated / name).exists(), name)
            self.assertFalse((built / name).exists(), name)
        self.assertEqual(crawls.manifest(self.indexes[0])["content_digest"],
                         crawls.manifest(self.indexes[1])["content_digest"])
        # The older snapshots have the same file.
        self.assertEqual((updated / "articles.glass").stat().st_nlink, 3)

    def test_a_damaged_base_is_not_built_upon(self):
        with programs.temporary_folder() as folder:
            index, crawl = folder / "index", folder / "crawl.jsonl"
            write(crawl, self.records[:50])
            programs.build(index, crawl)
            served = crawls.current(index)
            database = index / "snapshots" / served / "articles.glass"
            with open(database, "r+b") as file:
                file.seek(database.stat().st_size // 2)
                byte = file.read(1)[0]
                file.seek(-1, 1)
                file.write(bytes([byte ^ 1]))
            write(crawl, self.records[:52])
            done = programs.index_program("update", "--index", index, crawl)
            self.assertEqual(done.returncode, 3, done.stdout)
            self.assertIn(b"articles.glass", done.stderr)
            self.assertIn(b"build the index again", done.stderr)
            self.assertEqual(crawls.current(index), served)
            programs.build(index, crawl)
            self.assertNotEqual(crawls.current(index), served)

    def test_checked_and_counted_alike(self):
        stats = []
        for index in self.indexes:
            done = programs.index_program("check", "--index", index)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            done = programs.index_program("stats", "--json", "--top", "1000",
                                          "--index", index)
            stats.append(json.loads(done.stdout))
        for what in ("documents", "facets", "clusters", "rejected"):
            self.assertEqual(stats[0][what], stats[1][what], what)

    def assert_alike(self, path, *parameters):
        """The same but for scores and what they decide. Returns what share of
        the hits is the same."""
        (_, updated), (_, built) = self.both(path, *parameters)
        shown = []
        for answer in (updated, built):
            hits = answer.pop("hits", answer.pop("similar", None))
            shown.append([hit["id"] for hit in hits])
        self.assertEqual(updated, built, f"{path} {parameters}")
        self.assertEqual(len(shown[0]), len(shown[1]))
        if not shown[0]:
            return 1
        return len(set(shown[0]) & set(shown[1])) / len(shown[0])

    def test_searches(self):
        chance = random.Random(6)
        matched, same = 0, []
        for query in queries(self.records, chance):
            asked = [("q", query), ("page", chance.choice((1, 1, 2))),
                     ("collapse", chance.choice(("true", "false"))),
                     ("facet_limit", 1000)]
            for sort in ("-date", "date"):
                answer = self.assert_same("/api/v1/search", ("sort", sort),
                                          *asked)
                matched += answer["total"] > 0
            same.append(self.assert_alike("/api/v1/search", *asked))
        self.assertGreater(matched, 400)
        self.assertGreater(sum(same) / len(same), 0.97)

    def test_filters(self):
        facets = self.assert_same("/api/v1/search", ("facet_limit", 50))["facets"]
        for name, facet in facets.items():
            for value in facet["values"][:12]:
                answer = self.assert_same(
                    "/api/v1/search", ("q", "nghị quyết"), ("sort", "-date"),
                    (name, value["value"]), ("facet_limit", 1000))
                counts = {v["value"]: v["count"]
                          for v in answer["facets"][name]["values"]}
                self.assertEqual(answer["total"],
                                 counts.get(value["value"], 0))
            self.assert_same("/api/v1/facets/" + name, ("contains", "an"))
        self.assert_same("/api/v1/search", ("from", "2015"), ("to", "2019-06"))

    def test_documents_and_what_is_like_them(self):
        chance, same = random.Random(7), []
        for record in chance.sample(self.records, 150):
            path = "/api/v1/documents/" + record["id"]
            self.assertEqual(self.assert_same(path)["id"], record["id"])
            same.append(self.assert_alike(path + "/similar"))
            self.assert_same(path + "/cluster")
        self.assertGreater(sum(same) / len(same), 0.97)
        self.assertEqual(self.both("/api/v1/documents/none")[0][0], 404)

    def test_completions_and_tables(self):
        chance = random.Random(8)
        for record in chance.sample(self.records, 60):
            title = record["title"]
            for typed in (title[:4], title[:12], without_marks(title[:9])):
                self.assert_same("/api/v1/suggest", ("q", typed))
        listed = self.assert_same("/api/v1/resolutions", ("per_page", 50))
        for one in listed["resolutions"][:20]:
            self.assert_same("/api/v1/resolutions/" +
                             urllib.parse.quote(one["id"], safe=""))
        self.assert_same("/api/v1/coverage")


if __name__ == "__main__":
    programs.require_programs()
    unittest.main()
