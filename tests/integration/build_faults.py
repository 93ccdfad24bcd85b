#!/usr/bin/env python3
"""tracuu-index build against a hostile machine: killed, full, locked,
outdated. Whatever happens, the served snapshot stays whole.

    TRACUU_BIN=build/release/bin tests/integration/build_faults.py
"""

import json
import os
import random
import resource
import signal
import subprocess
import time
import unittest

import programs
from crawls import article, current, manifest, write_jsonl

TRIALS = int(os.environ.get("TRACUU_KILLS", "30"))


class BuildFaults(unittest.TestCase):
    def setUp(self):
        holder = programs.temporary_folder()
        self.folder = holder.__enter__()
        self.addCleanup(holder.__exit__, None, None, None)
        self.index = self.folder / "index"
        self.small = self.folder / "small.jsonl"
        write_jsonl(self.small, range(20))

    def build(self, *arguments, **options):
        return programs.index_program("build", "--index", self.index,
                                      *arguments, **options)

    def run_on_index(self, command, *arguments):
        return programs.index_program(command, "--index", self.index,
                                      *arguments)

    def assert_whole(self):
        done = programs.index_program("check", "--index", self.index)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_a_build_killed_at_any_moment_leaves_the_served_snapshot(self):
        self.assertEqual(self.build(self.small).returncode, 0)
        big = self.folder / "big.jsonl"
        write_jsonl(big, range(2000))
        start = time.monotonic()
        self.assertEqual(self.build(big).returncode, 0)
        whole = time.monotonic() - start
        small = ["--max-loss", "100%", self.small]
        self.assertEqual(self.build(*small).returncode, 0)
        chance = random.Random(1)
        killed = 0
        for trial in range(TRIALS):
            before = current(self.index)
            process = subprocess.Popen(
                [str(programs.BIN / "tracuu-index"), "build", "--index",
                 str(self.index), str(big)],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, whole))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            with self.subTest(trial=trial):
                if current(self.index) != before:
                    self.assertEqual(manifest(self.index)["documents"], 2000)
                self.assert_whole()
        self.assertGreater(killed, TRIALS // 2)
        # The next build needs no help and leaves nothing behind.
        self.assertEqual(self.build(*small).returncode, 0)
        self.assert_whole()
        self.assertFalse((self.index / "staging").exists())

    def test_threads_and_order_do_not_change_the_content(self):
        other = self.folder / "other.jsonl"
        write_jsonl(other, range(10, 400))  # Ten of them twice.
        seen = set()
        for threads, locale, sources in [
                ("1", "C", [self.small, other]), ("2", "C", [other, self.small]),
                ("5", "vi_VN.UTF-8", [other, self.small])]:
            done = self.build("--threads", threads, *sources,
                              env={**os.environ, "LC_ALL": locale})
            self.assertEqual(done.returncode, 0, done.stderr)
            said = manifest(self.index)
            self.assertEqual(said["documents"], 400)
            self.assertEqual(said["rejected"], {"duplicate": 10})
            stats = programs.index_program("stats", "--json", "--index",
                                           self.index)
            seen.add((said["content_digest"],
                      json.dumps(json.loads(stats.stdout)["facets"])))
        self.assertEqual(len(seen), 1)

    def test_a_second_builder_is_told_to_wait(self):
        self.assertEqual(self.build(self.small).returncode, 0)
        big = self.folder / "big.jsonl"
        write_jsonl(big, range(5000))
        first = subprocess.Popen(
            [str(programs.BIN / "tracuu-index"), "build", "--index",
             str(self.index), str(big)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while not (self.index / "staging").exists():
                self.assertIsNone(first.poll())
                time.sleep(0.001)
            done = self.build(self.small)
            self.assertEqual(done.returncode, 3)
            self.assertIn(b"another program is writing", done.stderr)
        finally:
            first.wait()
        self.assertEqual(first.returncode, 0)
        self.assertEqual(manifest(self.index)["documents"], 5000)

    def test_a_full_disk_publishes_nothing(self):
        self.assertEqual(self.build(self.small).returncode, 0)
        before = current(self.index)
        big = self.folder / "big.jsonl"
        write_jsonl(big, range(2000))
        for limit in (1 << 12, 1 << 16, 1 << 18, 1 << 20):
            def shrink(limit=limit):
                # The kernel's SIGXFSZ would kill; a full disk fails the call.
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            with self.subTest(limit=limit):
                done = self.build(big, preexec_fn=shrink)
                self.assertEqual(done.returncode, 3, done.stdout)
                self.assertTrue(done.stderr.strip())
                self.assertEqual(current(self.index), before)
                self.assert_whole()

    def test_a_really_full_file_system_publishes_nothing(self):
        mount = self.folder / "mount"
        mount.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs",
                           str(mount)], capture_output=True,
                          check=False).returncode != 0:
            self.skipTest("mounting a tmpfs is not allowed here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(mount)],
                        check=False)
        self.index = mount / "index"
        self.assertEqual(self.build(self.small).returncode, 0)
        before = current(self.index)
        big = self.folder / "big.jsonl"
        write_jsonl(big, range(3000))
        done = self.build(big)
        self.assertEqual(done.returncode, 3, done.stdout)
        self.assertIn(b"No space left", done.stderr)
        self.assertIn(b"free disk space", done.stderr)
        self.assertEqual(current(self.index), before)
        self.assert_whole()
        self.assertFalse((self.index / "staging").exists())

    def test_an_index_of_a_newer_schema_is_not_replaced(self):
        self.assertEqual(self.build(self.small).returncode, 0)
        path = self.index / "snapshots" / current(self.index) / "manifest.json"
        said = json.loads(path.read_text())
        said["schema"] += 1
        path.write_text(json.dumps(said))
        before = current(self.index)
        done = self.build(self.small)
        self.assertEqual(done.returncode, 3)
        self.assertIn(f"schema version {said['schema']}".encode(), done.stderr)
        self.assertIn(b"remedy", done.stderr)
        self.assertEqual(current(self.index), before)
        for command in ("check", "stats"):
            done = programs.index_program(command, "--index", self.index)
            self.assertEqual(done.returncode, 3)

    def test_nothing_to_index_publishes_nothing(self):
        empty = self.folder / "empty"
        empty.mkdir()
        done = self.build(empty)
        self.assertEqual(done.returncode, 3)
        self.assertFalse((self.index / "CURRENT").exists())
        self.assertEqual(self.build(self.small).returncode, 0)
        before = current(self.index)
        for source in (empty, self.folder / "missing"):
            self.assertEqual(self.build(source).returncode, 3)
            self.assertEqual(current(self.index), before)

    def test_later_pages_with_a_used_id_are_told_with_the_first(self):
        records = [article(1), article(2), article(1)]
        records.append({**article(2), "text": "Nội dung khác hẳn về chi bộ."})
        path = self.folder / "twice.jsonl"
        path.write_text("\n".join(json.dumps(r) for r in records))
        done = self.build(path)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(manifest(self.index)["rejected"],
                         {"duplicate": 1, "duplicate-id": 1})
        rejected = (self.index / "snapshots" / current(self.index) /
                    "rejected.jsonl").read_text().splitlines()
        said = [json.loads(line) for line in rejected]
        self.assertEqual([r["source"] for r in said],
                         ["twice.jsonl#3", "twice.jsonl#4"])
        self.assertEqual([r["reason"] for r in said],
                         ["duplicate", "duplicate-id"])
        self.assertIn("twice.jsonl#2", said[1]["message"])

    def test_damage_is_found_by_check(self):
        self.assertEqual(self.build(self.small).returncode, 0)
        database = (self.index / "snapshots" / current(self.index) /
                    "articles.glass")
        good = database.read_bytes()
        chance = random.Random(5)
        for trial in range(10):
            damaged = bytearray(good)
            damaged[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
            database.write_bytes(damaged)
            done = programs.index_program("check", "--index", self.index)
            self.assertEqual(done.returncode, 3, trial)
        database.write_bytes(good)
        self.assert_whole()

    def test_only_the_last_snapshots_are_kept(self):
        for _ in range(3):
            self.assertEqual(self.build("--keep", "1", self.small).returncode, 0)
        # All are younger than a minute, so none may go yet.
        self.assertEqual(len(list((self.index / "snapshots").iterdir())), 3)
        served = current(self.index)
        for path in (self.index / "snapshots").iterdir():
            if path.name != served:
                path.rename(path.with_name("2020" + path.name[4:]))
        self.assertEqual(self.build("--keep", "1", self.small).returncode, 0)
        left = {path.name for path in (self.index / "snapshots").iterdir()}
        self.assertEqual(left, {served, current(self.index)})

    def test_a_crawl_that_lost_too_much_is_not_published(self):
        big = self.folder / "big.jsonl"
        write_jsonl(big, range(100))
        self.assertEqual(self.build(big).returncode, 0)
        before = current(self.index)
        write_jsonl(big, range(79))
        done = self.build(big)
        self.assertEqual(done.returncode, 3)
        for said in (b"79 articles", b"100: 21% fewer", b"allows 20%",
                     b"--max-loss 100%"):
            self.assertIn(said, done.stderr)
        done = self.build("--json", big)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(json.loads(done.stdout.splitlines()[-1])["event"],
                         "failed")
        self.assertEqual(current(self.index), before)
        self.assertFalse((self.index / "staging").exists())
        self.assertEqual(self.build("--max-loss", "21", big).returncode, 0)
        self.assertEqual(manifest(self.index)["documents"], 79)

    def test_rollback_serves_the_one_before_and_forward_again(self):
        ids = []
        for count in (20, 21, 22):
            write_jsonl(self.small, range(count))
            self.assertEqual(self.build(self.small).returncode, 0)
            ids.append(current(self.index))
        self.assertEqual(ids, sorted(ids))
        self.assertEqual(self.run_on_index("rollback").returncode, 0)
        self.assertEqual(current(self.index), ids[1])
        listed = [json.loads(line) for line in self.run_on_index(
            "snapshots", "--json").stdout.splitlines()]
        self.assertEqual([(s["id"], s["documents"], s["served"])
                          for s in listed],
                         [(ids[2], 22, False), (ids[1], 21, True),
                          (ids[0], 20, False)])
        self.assertGreater(listed[0]["bytes"], 0)
        shown = self.run_on_index("snapshots").stdout.decode().splitlines()
        self.assertEqual([line[0] for line in shown], [" ", "*", " "])
        self.assertEqual(self.run_on_index("rollback").returncode, 0)
        self.assertEqual(self.run_on_index("rollback").returncode, 3)
        self.assertEqual(current(self.index), ids[0])
        done = self.run_on_index("rollback", "--to", ids[2])
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout.decode().split(), ["serving", ids[2]])
        for wrong in ("nonsense", "20200101T000000Z-0000"):
            done = self.run_on_index("rollback", "--to", wrong)
            self.assertEqual(done.returncode, 3)
            self.assertIn(wrong.encode(), done.stderr)
        self.assertEqual(current(self.index), ids[2])
        self.assert_whole()

    def test_prune_removes_old_ones_but_not_the_served_one(self):
        for count in (20, 21, 22):
            write_jsonl(self.small, range(count))
            self.assertEqual(self.build(self.small).returncode, 0)
        done = self.run_on_index("prune-snapshots", "--keep", "1")
        self.assertEqual(done.returncode, 0)  # All are younger than a minute.
        snapshots = self.index / "snapshots"
        ids = sorted(path.name for path in snapshots.iterdir())
        self.assertEqual(len(ids), 3)
        for name in ids:
            (snapshots / name).rename(snapshots / ("2020" + name[4:]))
        ids = ["2020" + name[4:] for name in ids]
        (self.index / "CURRENT").write_text(ids[0] + "\n")
        done = self.run_on_index("prune-snapshots", "--keep", "1")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual({path.name for path in snapshots.iterdir()},
                         {ids[0], ids[2]})
        self.assertFalse((self.index / "staging").exists())
        nowhere = self.folder / "nowhere"
        for command in ("prune-snapshots", "rollback", "snapshots"):
            done = programs.index_program(command, "--index", nowhere)
            self.assertEqual(done.returncode, 3)
        self.assertFalse(nowhere.exists())

    def test_the_report_tells_how_the_run_went(self):
        with open(self.small, "a", encoding="utf-8") as out:
            out.write("{broken\n")
        self.assertEqual(self.build(self.small).returncode, 1)
        stats = json.loads(self.run_on_index("stats", "--json").stdout)
        report = stats["report"]
        self.assertEqual(report["command"], "build")
        self.assertEqual(report["inputs"],
                         {"files": 1, "bytes": self.small.stat().st_size,
                          "pages": 21, "ignored": {}})
        self.assertEqual(report["documents"], 20)
        self.assertEqual(report["rejected"], {"bad-json": 1})
        self.assertLessEqual({"reading", "counting", "indexing", "merging"},
                             set(report["seconds"]))
        self.assertGreater(report["peak_memory_bytes"], 1 << 20)
        database = next(f for f in stats["files"]
                        if f["name"] == "articles.glass")
        self.assertLessEqual({"postlist", "docdata"},
                             set(report["tables"]))
        self.assertLessEqual(abs(sum(report["tables"].values()) -
                                 database["bytes"]), 128 << 10)
        self.assertIn(b"postlist", self.run_on_index("stats").stdout)
        with programs.Server(self.index) as server:
            server.wait_ready()
            said = server.json("/api/v1/snapshot")
            self.assertEqual(said["report"], report)

    def test_usage_errors_exit_with_2(self):
        for arguments in ([], ["build"], ["build", "--index", self.index],
                          ["build", "--index", self.index, self.small,
                           "--max-loss", "101%"],
                          ["build", "--index", self.index, self.small,
                           "--threads", "0"], ["nonsense"]):
            done = programs.index_program(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
        for command in ("build", "explain", "check", "stats", "snapshots",
                        "rollback", "prune-snapshots"):
            done = programs.index_program(command, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"Usage", done.stdout)

    def test_json_prints_one_object_a_line_and_the_outcome(self):
        done = self.build("--json", self.small)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(lines[-1]["event"], "published")
        self.assertEqual(lines[-1]["documents"], 20)
        self.assertEqual(lines[-1]["snapshot"], current(self.index))
        done = self.build("--json", self.folder / "missing")
        self.assertEqual(json.loads(done.stdout.splitlines()[-1])["event"],
                         "failed")


if __name__ == "__main__":
    unittest.main()
