#!/usr/bin/env python3
"""Nightly reindexing against kills, readers and a hostile machine.

    TRACUU_BIN=build/release/bin tests/integration/reindex_faults.py
    tests/integration/reindex_faults.py --kills 500 --load-seconds 30

Kills build, update, rollback and prune-snapshots at random moments: what is
served must always be exactly the old snapshot or the new one, `check` must
pass, and the next run must need no help. A build that takes up what a killed one
left must make the files that one makes which nobody killed. Publishes while
clients search: no request may fail and no answer may mix two snapshots.
"""

import argparse
import collections
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import unittest

import programs
from crawls import current, manifest, write_jsonl

KILLS = 12
LOAD_SECONDS = 5
SEED = 1


class Reindexing(unittest.TestCase):
    def setUp(self):
        holder = programs.temporary_folder()
        self.folder = holder.__enter__()
        self.addCleanup(holder.__exit__, None, None, None)
        self.index = self.folder / "index"
        self.crawl = self.folder / "crawl.jsonl"

    def run_on_index(self, command, *arguments, **options):
        return programs.index_program(command, "--index", self.index,
                                      *arguments, **options)

    def assert_whole(self):
        done = self.run_on_index("check")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def differences(self, *arguments):
        done = self.run_on_index("update", "--json", *arguments)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return json.loads(done.stdout.splitlines()[-1])


class Update(Reindexing):
    def test_only_what_changed_is_told_and_the_result_is_a_builds(self):
        write_jsonl(self.crawl, range(50))
        first = self.differences(self.crawl)  # Nothing was served before.
        self.assertEqual(first["event"], "published")
        self.assertNotIn("differences", first)
        served = current(self.index)
        same = self.differences(self.crawl, "--prune")
        self.assertEqual(same["event"], "unchanged")
        self.assertEqual(same["differences"]["unchanged"], 50)
        self.assertEqual(current(self.index), served)

        write_jsonl(self.crawl, list(range(5, 50)) + list(range(90, 93)))
        dry = self.run_on_index("update", "--dry-run", "--prune", "--json",
                                self.crawl)
        self.assertEqual(dry.returncode, 0, dry.stderr)
        lines = [json.loads(line) for line in dry.stdout.splitlines()]
        kinds = collections.Counter(
            line["kind"] for line in lines if line["event"] == "difference")
        self.assertEqual(kinds, {"new": 3, "gone": 5})
        self.assertEqual(lines[-1]["event"], "dry-run")
        self.assertEqual(current(self.index), served)
        self.assertFalse((self.index / "staging").exists())
        shown = self.run_on_index("update", "--dry-run", self.crawl).stdout
        self.assertIn(b"3 new, 0 changed, 45 unchanged", shown)
        self.assertIn(b"5 kept though no source holds them", shown)

        updated = self.differences(self.crawl, "--prune")
        self.assertEqual(updated["event"], "published")
        self.assertEqual(updated["differences"],
                         {"new": 3, "changed": 0, "unchanged": 45, "moved": 45,
                          "gone": 5, "kept": 0})
        self.assertEqual(updated["documents"], 48)
        other = self.folder / "other"
        programs.build(other, self.crawl)
        self.assertEqual(manifest(other)["content_digest"],
                         updated["content_digest"])
        report = json.loads(
            self.run_on_index("stats", "--json").stdout)["report"]
        self.assertEqual(report["command"], "update")
        self.assertEqual(report["differences"], updated["differences"])
        self.assert_whole()

    def test_without_prune_nothing_goes_and_the_gate_holds_with_it(self):
        write_jsonl(self.crawl, range(50))
        self.differences(self.crawl)
        write_jsonl(self.crawl, range(45, 55))
        kept = self.differences(self.crawl)
        self.assertEqual(kept["documents"], 55)
        self.assertEqual(kept["differences"]["kept"], 45)
        served = current(self.index)
        done = self.run_on_index("update", "--prune", self.crawl)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"10 articles", done.stderr)
        self.assertEqual(current(self.index), served)
        done = self.run_on_index("update", "--prune", "--max-loss", "90%",
                                 self.crawl)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(manifest(self.index)["documents"], 10)

    def test_answers_are_those_of_a_build(self):
        write_jsonl(self.crawl, range(60))
        self.differences(self.crawl)
        write_jsonl(self.crawl, range(10, 80, 2))
        self.differences(self.crawl, "--prune", "--max-loss", "100%")
        other = self.folder / "other"
        programs.build(other, self.crawl)
        with programs.Server(self.index) as a, programs.Server(other) as b:
            for server in (a, b):
                server.wait_ready()
            for query in ("", "chi bộ", "nghi quyet", '"đảng bộ"', "kiem tra"):
                for sort in ("relevance", "-date"):
                    answers = [s.search(("q", query), ("sort", sort),
                                        ("per_page", 100)) for s in (a, b)]
                    for answer in answers:
                        answer.pop("took_ms")
                        answer.pop("snapshot")
                    self.assertEqual(*answers)

    def test_dry_run_needs_something_to_compare_with(self):
        write_jsonl(self.crawl, range(3))
        done = self.run_on_index("update", "--dry-run", self.crawl)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"holds no published index", done.stderr)

    def test_damaged_fingerprints_are_refused(self):
        write_jsonl(self.crawl, range(3))
        self.differences(self.crawl)
        path = (self.index / "snapshots" / current(self.index) /
                "fingerprints.bin")
        damaged = bytearray(path.read_bytes())
        damaged[-1] ^= 1
        path.write_bytes(damaged)
        done = self.run_on_index("update", self.crawl)
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"fingerprints.bin", done.stderr)


class Kills(Reindexing):
    def test_whatever_is_killed_old_or_new_is_served(self):
        chance = random.Random(SEED)
        variants = {}
        for name, numbers in (("a", range(0, 200)), ("b", range(20, 220))):
            path = self.folder / name / "crawl.jsonl"
            path.parent.mkdir()
            write_jsonl(path, numbers)
            golden = self.folder / ("golden-" + name)
            programs.build(golden, path)
            variants[name] = (path, manifest(golden)["content_digest"],
                              self.stable_files(golden))
        commands = {
            "build": ["--keep", "2"],
            "update": ["--keep", "2", "--prune"],
            "rollback": [],
            # Removes nothing before the run is a minute old.
            "prune-snapshots": ["--keep", "1"]}
        programs.build(self.index, variants["a"][0])
        spans = {}  # How long each command takes.
        for command, name in (("build", "b"), ("update", "a"),
                              ("rollback", None), ("prune-snapshots", None)):
            start = time.monotonic()
            sources = [variants[name][0]] if name else []
            done = self.run_on_index(command, *commands[command], *sources)
            self.assertEqual(done.returncode, 0, done.stderr)
            spans[command] = time.monotonic() - start
        killed = collections.Counter()
        ended = collections.Counter()
        moved = 0
        resumed = collections.Counter()
        while sum(killed.values()) < KILLS:
            path, digest, files = variants[chance.choice("ab")]
            command = chance.choice(["build", "update", "update", "rollback",
                                     "prune-snapshots"])
            arguments = list(commands[command])
            if command in ("build", "update"):
                arguments.append(path)
            before = current(self.index)
            old = manifest(self.index)["content_digest"]
            ids = {p.name for p in (self.index / "snapshots").iterdir()}
            process = subprocess.Popen(
                [str(programs.BIN / "tracuu-index"), command, "--index",
                 str(self.index), *map(str, arguments)],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, spans[command] * 1.2))
            process.send_signal(signal.SIGKILL)
            was_killed = process.wait() == -signal.SIGKILL
            (killed if was_killed else ended)[command] += 1
            trial = f"{command}, kill {sum(killed.values())}"
            now = current(self.index)
            served = manifest(self.index)["content_digest"]
            if now == before:
                self.assertEqual(served, old, trial)
            else:
                moved += 1
                if command in ("build", "update"):
                    self.assertEqual(served, digest, trial)
                else:
                    self.assertEqual(command, "rollback", trial)
                    self.assertIn(now, ids, trial)
            self.assert_whole()
            if command == "build" and was_killed and chance.random() < 0.5:
                resumed[self.goes_on(path, digest, files)] += 1
            if sum(killed.values()) % 10 == 9:
                self.next_run_succeeds(*variants[chance.choice("ab")][:2])
        self.next_run_succeeds(*variants["a"][:2])
        print(f"{sum(killed.values())} kills {dict(killed)}, "
              f"{sum(ended.values())} runs that ended before {dict(ended)}, "
              f"{moved} of all published; {resumed[True]} of "
              f"{resumed.total()} builds went on", file=sys.stderr)

    @staticmethod
    def stable_files(index):
        """What two builds make alike: Xapian's files have ids of their own."""
        return {file["name"]: file["sha256"]
                for file in manifest(index)["files"]
                if file["name"] not in ("articles.glass", "report.json")}

    def goes_on(self, path, digest, files):
        """Builds after a killed build. Tells whether it was taken up."""
        done = self.run_on_index("build", "--keep", "2", "--json", path)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(manifest(self.index)["content_digest"], digest)
        self.assertEqual(self.stable_files(self.index), files)
        self.assertFalse((self.index / "staging").exists())
        self.assert_whole()
        return json.loads(done.stdout.splitlines()[-1])["pages_resumed"] > 0

    def next_run_succeeds(self, path, digest):
        done = self.run_on_index("update", "--prune", path)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(manifest(self.index)["content_digest"], digest)
        self.assertFalse((self.index / "staging").exists())
        self.assert_whole()


class Load(Reindexing):
    QUERIES = ("", "chi bộ", "chi bo", '"mẫu số"')  # Every article has them.

    def test_publishing_under_load_fails_no_request_and_mixes_nothing(self):
        publishes = max(3, min(10, LOAD_SECONDS // 3))
        published = {}  # The ids of all articles by snapshot.
        self.publish(0, published)
        failures, replies = [], []
        stop = threading.Event()
        with programs.Server(self.index) as server:
            server.wait_ready()
            threads = [threading.Thread(
                target=self.ask, args=(server, stop, replies, failures, n))
                for n in range(4)]
            for thread in threads:
                thread.start()
            end = time.monotonic() + LOAD_SECONDS
            for number in range(1, publishes + 1):
                self.publish(number, published)
                left = end - time.monotonic()
                time.sleep(max(0.2, left / (publishes + 1 - number) / 2))
            while time.monotonic() < end:
                time.sleep(0.1)
            stop.set()
            for thread in threads:
                thread.join()
        self.assertEqual(failures, [])
        seen = {reply[0] for reply in replies}
        self.assertGreater(len(seen), publishes // 2)
        for snapshot, query, total, counted, documents, ids in replies:
            golden = published[snapshot]
            self.assertEqual((total, documents, counted),
                             (len(golden),) * 3, (snapshot, query))
            self.assertEqual(ids, golden, (snapshot, query))
        print(f"{len(replies)} answers of {len(seen)} snapshots under "
              f"{publishes} publishes", file=sys.stderr)

    def publish(self, number, published):
        numbers = range(number, 60 + 3 * number)  # At most a page of hits.
        write_jsonl(self.crawl, numbers)
        done = self.run_on_index("update" if number else "build", "--keep",
                                 "20", *(["--prune"] if number else []),
                                 self.crawl)
        self.assertEqual(done.returncode, 0, done.stderr)
        published[current(self.index)] = {f"a{n}" for n in numbers}

    def ask(self, server, stop, replies, failures, seed):
        chance = random.Random(seed)
        while not stop.is_set():
            query = chance.choice(self.QUERIES)
            try:
                answer = server.search(("q", query), ("per_page", 100),
                                       ("collapse", "false"))
            except (AssertionError, OSError, ValueError) as error:
                failures.append(repr(error))
                continue
            years = answer["facets"]["year"]  # One for each article.
            counted = years["missing"] + sum(
                value["count"] for value in years["values"])
            replies.append((answer["snapshot"]["id"], query, answer["total"],
                            counted, answer["snapshot"]["documents"],
                            {hit["id"] for hit in answer["hits"]}))


class HostileMachine(Reindexing):
    def test_a_full_disk_under_an_update_publishes_nothing(self):
        mount = self.mount("size=3m")
        self.index = mount / "index"
        write_jsonl(self.crawl, range(20))
        self.differences(self.crawl)
        before = current(self.index)
        write_jsonl(self.crawl, range(3000))
        done = self.run_on_index("update", self.crawl)
        self.assertEqual(done.returncode, 3, done.stdout)
        self.assertIn(b"No space left", done.stderr)
        self.assertIn(b"free disk space", done.stderr)
        self.assertEqual(current(self.index), before)
        self.assertFalse((self.index / "staging").exists())
        self.assert_whole()

    def test_a_read_only_target_is_named_and_stays(self):
        mount = self.mount("size=30m")
        self.index = mount / "index"
        write_jsonl(self.crawl, range(20))
        self.differences(self.crawl)
        before = current(self.index)
        subprocess.run(["mount", "-o", "remount,ro", str(mount)], check=True)
        write_jsonl(self.crawl, range(30))
        for command, *arguments in (("build", self.crawl),
                                    ("update", self.crawl), ("rollback",),
                                    ("prune-snapshots",)):
            done = self.run_on_index(command, *arguments)
            self.assertEqual(done.returncode, 3, command)
            self.assertIn(b"Read-only file system", done.stderr)
        self.assertEqual(current(self.index), before)
        self.assert_whole()  # Needs no lock.

    def test_a_source_that_may_not_be_read_is_told(self):
        if os.geteuid() != 0:
            self.skipTest("takes another user's view")
        pages = self.folder / "pages"
        pages.mkdir()
        (pages / "a.txt").write_text("Chi bộ họp bàn việc xây dựng Đảng.")
        (pages / "b.txt").write_text("Đảng ủy xã học nghị quyết mới.")
        (pages / "b.txt").chmod(0)
        self.folder.chmod(0o755)
        self.index.mkdir(mode=0o777)
        self.index.chmod(0o777)

        def drop():
            os.setgid(65534)
            os.setuid(65534)
        done = self.run_on_index("build", pages, preexec_fn=drop)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(manifest(self.index)["rejected"], {"unreadable": 1})
        (pages / "a.txt").chmod(0)
        before = current(self.index)
        done = self.run_on_index("update", "--prune", pages, preexec_fn=drop)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(current(self.index), before)

    def mount(self, size):
        mount = self.folder / "mount"
        mount.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs",
                           str(mount)], capture_output=True,
                          check=False).returncode != 0:
            self.skipTest("mounting a tmpfs is not allowed here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(mount)],
                        check=False)
        return mount


def main():
    global KILLS, LOAD_SECONDS, SEED
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--load-seconds", type=int, default=LOAD_SECONDS)
    parser.add_argument("--seed", type=int, default=SEED,
                        help="of the kills' moments")
    options, rest = parser.parse_known_args()
    KILLS, LOAD_SECONDS, SEED = (options.kills, options.load_seconds,
                                 options.seed)
    programs.require_programs()
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
