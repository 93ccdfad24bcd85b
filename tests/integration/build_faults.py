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

TRIALS = int(os.environ.get("TRACUU_KILLS", "30"))
WORDS = ("đảng bộ chi nghị quyết xây dựng chỉnh đốn cán viên công tác kiểm tra "
         "giám sát tư tưởng văn hóa dân vận thanh niên phụ nữ hội họp").split()


def article(number):
    chance = random.Random(number)
    text = " ".join(chance.choices(WORDS, k=120))
    return {"id": f"a{number}", "title": f"Bài số {number}",
            "text": f"Chi bộ mẫu số {number}. {text}.",
            "published": f"20{number % 20 + 10}-0{number % 9 + 1}-1{number % 9}",
            "province": ["Nam Định", "Hà Nội", "Huế"][number % 3]}


def write_jsonl(path, numbers):
    with open(path, "w", encoding="utf-8") as out:
        for number in numbers:
            out.write(json.dumps(article(number), ensure_ascii=False) + "\n")


def current(index):
    return (index / "CURRENT").read_text().strip()


def manifest(index):
    folder = index / "snapshots" / current(index)
    return json.loads((folder / "manifest.json").read_text())


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
        self.assertEqual(self.build(self.small).returncode, 0)
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
        self.assertEqual(self.build(self.small).returncode, 0)
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
        self.assertIn(b"schema version 2", done.stderr)
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

    def test_usage_errors_exit_with_2(self):
        for arguments in ([], ["build"], ["build", "--index", self.index],
                          ["build", "--index", self.index, self.small,
                           "--threads", "0"], ["nonsense"]):
            done = programs.index_program(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
        for command in ("build", "explain", "check", "stats", "snapshots"):
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
