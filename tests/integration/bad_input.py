#!/usr/bin/env python3
"""Bad input on purpose: a clear message, the documented exit code, nothing
lost, nothing half-published.

    TRACUU_BIN=build/release/bin tests/integration/bad_input.py
"""

import contextlib
import gzip
import json
import os
import resource
import shutil
import signal
import subprocess
import time
import unittest

import programs

GOOD = ("Chi bộ Trường Mẫu học chuyên đề\n\n12-03-2021 08:30\n\n"
        "Ngày 11/03/2021, Chi bộ Trường Mẫu tổ chức sinh hoạt chuyên đề về xây "
        "dựng Đảng. Hội nghị thống nhất nhiều nội dung quan trọng.\n")


class BadInput(programs.Crawl):
    def one_rejection(self, name, content, *codes):
        """A bad file beside a good one costs itself, and says why."""
        self.write("good.txt", GOOD)
        self.write(name, content)
        self.build(1)
        rows = self.rejected()
        source = f"crawl/{name}"
        found = [rows[s] for s in rows if s.startswith(source)]
        self.assertEqual(len(found), 1, rows)
        self.assertIn(found[0]["reason"], codes)
        for key in ("message", "hint"):
            self.assertTrue(found[0][key], found)
        self.assertIsInstance(found[0]["offset"], int)
        self.assert_whole()
        return found[0]

    def test_an_empty_folder_publishes_nothing(self):
        self.build(3)
        self.assertIsNone(self.current())

    def test_nothing_good_publishes_nothing_and_keeps_the_old(self):
        self.write("good.txt", GOOD)
        self.build(0)
        before = self.current()
        (self.crawl / "good.txt").unlink()
        self.write("bad.jsonl", "{}\n")
        self.build(3)
        self.assertEqual(self.current(), before)

    def test_a_source_that_does_not_exist(self):
        message = self.build(3, self.folder / "nowhere")
        self.assertIn("nowhere", message)

    def test_bad_usage(self):
        for arguments in (["build"], ["build", "--index"], ["nonsense"], [],
                          ["build", "--index", "x", "--threads", "many", "y"]):
            done = programs.index_program(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertTrue(done.stderr or done.stdout)

    def test_a_pipe_and_a_broken_link_do_not_hang(self):
        os.mkfifo(self.crawl / "pipe.txt")
        os.symlink("nowhere", self.crawl / "link.txt")
        os.symlink(".", self.crawl / "loop")
        self.write("good.txt", GOOD)
        self.build(1)
        self.assertEqual(set(self.rejected()),
                         {"crawl/pipe.txt", "crawl/link.txt"})

    def test_invalid_utf8(self):
        row = self.one_rejection(
            "bad.txt", GOOD.encode() + b"\xff\xfe\xfd b\xffc \xf8\xf9x " * 50,
            "not-utf8")
        self.assertEqual(row["offset"], len(GOOD.encode()))

    def test_a_binary_file(self):
        self.one_rejection("bad.txt", bytes(range(256)) * 64, "binary",
                           "not-utf8")

    def test_a_few_nul_bytes_are_spaces(self):
        self.write("nul.txt", GOOD.encode().replace(b" b", b"\x00b", 1))
        self.build(0)

    def test_a_line_of_200_megabytes(self):
        path = self.crawl / "long.jsonl"
        record = json.dumps({"id": "first", "text": GOOD}) + "\n"
        with open(path, "wb") as out:
            out.write(record.encode())
            out.write(b'{"id": "long", "text": "')
            for _ in range(200):
                out.write(b"a" * (1 << 20))
            out.write(b'"}\n')
            out.write(record.replace("first", "last").encode())
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.build(1)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        rows = self.rejected()
        self.assertEqual(list(rows), ["crawl/long.jsonl#2"])
        self.assertEqual(rows["crawl/long.jsonl#2"]["reason"], "too-large")
        self.assertEqual(rows["crawl/long.jsonl#2"]["offset"], len(record))
        self.assertLess(max(peak - before, 0), 400 * 1024, "kB of memory")

    def test_a_gigabyte_in_one_page_or_line_is_not_held(self):
        for name, begin in (("big.jsonl", b'{"id": "big", "text": "'),
                            ("big.html", b"<html><p>"), ("big.txt", b"a")):
            with open(self.crawl / name, "wb") as out:
                out.write(begin)
                out.seek(1 << 30, os.SEEK_CUR)  # A hole: it takes no disk.
                out.write(b"\n")
        self.write("good.txt", GOOD)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        said = self.build(1)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.assertEqual(self.reasons(), ["too-large"] * 3)
        self.assertIn("holds more than", said)
        self.assertEqual(self.documents(), 1)
        self.assertLess(max(peak - before, 0), 300 * 1024, "kB of memory")

    def test_archive_bombs(self):
        for name in ("bomb.html.gz", "bomb.jsonl.gz", "bomb.txt.gz"):
            self.write(name, gzip.compress(b" " * (100 << 20)))
        self.write("good.txt", GOOD)
        said = self.build(1)
        self.assertEqual(self.reasons(), ["too-large"] * 3)
        self.assertIn("this may be an archive bomb", said)
        self.assertEqual(self.documents(), 1)

    def test_html_nested_ten_thousand_deep(self):
        page = ("<html><title>x</title><body>" + "<div>" * 10000 + "chữ" +
                "</div>" * 10000)
        self.one_rejection("deep.html", page, "html-limits")

    def test_html_that_makes_parsers_slow(self):
        self.write("fonts.html", "<p><font size=1>" * 3000 + "chữ")
        self.write("attributes.html",
                   "<p " + " ".join(f"a{i}=1" for i in range(100000)) + ">")
        self.write("good.txt", GOOD)
        start = time.monotonic()
        self.build(1)
        self.assertLess(time.monotonic() - start, 40)

    def test_records_without_text_and_broken_records(self):
        good = json.dumps({"id": "g", "text": GOOD})
        lines = ['{"id": "no-text"}', "{broken", '"a string"', "[]",
                 '{"id": 5, "text": 7}', "[" * 100000, good,
                 '{"id": "e", "text": ""}', "\ufeff", "null"]
        self.write("bad.jsonl", "\n".join(lines) + "\n")
        self.build(1)
        rows = self.rejected()
        for number in (1, 2, 3, 4, 5, 6, 8, 10):
            self.assertIn(f"crawl/bad.jsonl#{number}", rows)
        self.assertNotIn("crawl/bad.jsonl#7", rows)
        self.assertEqual(self.documents(), 1)

    def test_duplicate_ids(self):
        self.write("a.jsonl", "".join(
            json.dumps({"id": "same", "text": f"Bài số {n}. " + GOOD}) + "\n"
            for n in range(3)))
        self.build(1)
        self.assertEqual(self.reasons(), ["duplicate-id"] * 2)

    def test_an_index_of_a_newer_schema(self):
        self.write("good.txt", GOOD)
        self.build(0)
        manifest = self.snapshot() / "manifest.json"
        content = json.loads(manifest.read_text())
        content["schema"] = 999
        manifest.write_text(json.dumps(content))
        before = self.current()
        message = self.build(3)
        self.assertIn("999", message)
        self.assertEqual(self.current(), before)
        with programs.Server(self.index) as server:
            self.assertEqual(server.request("/readyz")[0], 503)

    def test_an_index_folder_that_is_none(self):
        self.write("good.txt", GOOD)
        (self.folder / "file").write_text("not a folder")
        self.index = self.folder / "file"
        self.build(3)

    def test_two_builds_at_once(self):
        self.write("good.txt", GOOD)
        self.write("many.jsonl", "".join(
            json.dumps({"id": f"a{n}", "text": f"Số {n}. " + GOOD * 5}) + "\n"
            for n in range(20000)))
        command = [str(programs.BIN / "tracuu-index"), "build", "--index",
                   str(self.index), str(self.crawl)]
        first = subprocess.Popen(command, stderr=subprocess.PIPE,
                                 stdout=subprocess.PIPE)
        while not (self.index / "LOCK").exists() and first.poll() is None:
            time.sleep(0.01)
        time.sleep(0.1)
        message = self.build(3, self.crawl / "good.txt")
        self.assertRegex(message, "lock|another|running")
        self.assertIsNone(first.poll(), "the first ended too soon to tell")
        first.communicate()
        self.assertEqual(first.returncode, 0)

    def test_killed_builds_leave_the_served_snapshot_as_it_was(self):
        self.write("good.txt", GOOD)
        self.build(0)
        before = self.current()
        self.write("many.jsonl", "".join(
            json.dumps({"id": f"a{n}", "text": f"Số {n}. " + GOOD}) + "\n"
            for n in range(3000)))
        command = [str(programs.BIN / "tracuu-index"), "build", "--index",
                   str(self.index), str(self.crawl)]
        for step in range(12):
            process = subprocess.Popen(command, stderr=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL)
            time.sleep(0.03 + 0.06 * step)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if self.current() != before:
                break  # It was quick enough to publish; so it must be whole.
            self.assert_whole()
        self.build(0)
        self.assertNotEqual(self.current(), before)
        self.assert_whole()


class BadMachine(programs.Crawl):
    """Disks that are full or not ours to write; files not ours to read."""

    @contextlib.contextmanager
    def disk(self, options):
        """A small file system of its own, in memory."""
        if os.geteuid() != 0 or not shutil.which("mount"):
            self.skipTest("needs root for a file system of its own")
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options,
                                  "tmpfs", str(disk)], check=False,
                                 capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("this system lets nobody mount")
        try:
            yield disk
        finally:
            subprocess.run(["umount", "-l", str(disk)], check=False)

    @staticmethod
    def remount(disk, options):
        subprocess.run(["mount", "-o", "remount," + options, str(disk)],
                       check=True)

    def as_nobody(self):
        """Root may read and write everything; so another user runs it."""
        if os.geteuid() != 0:
            return {}
        self.folder.chmod(0o755)
        opened = self.folder / "opened"
        if not opened.exists():
            opened.mkdir()
            opened.chmod(0o777)
            self.index = opened / "index"
        return {"user": 65534, "group": 65534, "extra_groups": []}

    def test_a_full_disk(self):
        with self.disk("size=1m") as disk:
            self.index = disk / "index"
            self.write("good.txt", GOOD)
            self.build(0)
            before = self.current()
            self.write("many.jsonl", "".join(
                json.dumps({"id": f"a{n}", "text": f"Số {n}. " + GOOD * 3})
                + "\n" for n in range(8000)))
            for megabytes in (1, 2, 3, 4):
                self.remount(disk, f"size={megabytes}m")
                for command in ("build", "update"):
                    said = self.build(3, command=command)
                    self.assertIn("No space left on device", said)
                    self.assertIn("free disk space", said)
                    self.assertEqual(self.current(), before)
                    self.assert_whole()

    def test_a_file_system_that_is_read_only(self):
        with self.disk("size=8m") as disk:
            self.index = disk / "index"
            self.write("good.txt", GOOD)
            self.remount(disk, "ro")
            self.assertIn("Read-only file system", self.build(3))
            self.remount(disk, "rw")
            self.build(0)
            before = self.current()
            self.write("more.txt", GOOD + "Thêm một bài.")
            self.remount(disk, "ro")
            for command in ("build", "update"):
                said = self.build(3, command=command)
                self.assertIn("Read-only file system", said)
                self.assertIn("remedy", said)
            self.assertEqual(self.current(), before)
            self.assert_whole()

    def test_an_index_of_another_owner(self):
        self.write("good.txt", GOOD)
        user = self.as_nobody()
        if not user:
            self.skipTest("needs root to be another user")
        self.build(0)  # As root.
        self.index.chmod(0o755)
        before = self.current()
        self.write("more.txt", GOOD + "Thêm một bài.")
        for command in ("build", "update"):
            said = self.build(3, command=command, **user)
            self.assertIn("Permission denied", said)
            self.assertIn("remedy", said)
        self.assertEqual(self.current(), before)
        self.assert_whole()

    def test_files_and_folders_that_may_not_be_read(self):
        self.write("good.txt", GOOD)
        for name in ("bad.txt", "bad.jsonl.gz", "bad.warc.gz", "bad.pdf"):
            self.write(name, GOOD).chmod(0)
        closed = self.write("closed/in.txt", GOOD).parent
        closed.chmod(0)
        try:
            said = self.build(1, **self.as_nobody())
            self.assertIn("Permission denied", said)
            rows = self.rejected()
            self.assertEqual(set(rows),
                             {"crawl/bad.txt", "crawl/bad.jsonl.gz",
                              "crawl/bad.warc.gz", "crawl/bad.pdf",
                              "crawl/closed"})
            for row in rows.values():
                self.assertEqual(row["reason"], "unreadable")
                self.assertIn("may be read" if "bad" in row["source"]
                              else "permissions", row["hint"])
            self.assertEqual(self.documents(), 1)
            # A source of which nothing can be read publishes nothing.
            before = self.current()
            said = self.build(3, closed, **self.as_nobody())
            self.assertIn("Permission denied", said)
            self.assertEqual(self.current(), before)
        finally:
            closed.chmod(0o755)


class BadSnapshots(unittest.TestCase):
    """A damaged snapshot is refused before it is served."""

    def test_every_flipped_byte_is_noticed(self):
        with programs.temporary_folder() as folder:
            index = folder / "index"
            programs.build(index, programs.CORPUS / "txt")
            snapshot = index / "snapshots" / (index / "CURRENT").read_text(
            ).strip()
            for path in sorted(snapshot.iterdir()):
                original = path.read_bytes()
                if not original or path.name == "manifest.json":
                    continue
                for where in (0, len(original) // 2, len(original) - 1):
                    damaged = bytearray(original)
                    damaged[where] ^= 0x10
                    path.write_bytes(damaged)
                    check = programs.index_program("check", "--index", index)
                    self.assertEqual(check.returncode, 3, (path.name, where))
                    self.assertIn(path.name.encode(), check.stderr +
                                  check.stdout)
                    with programs.Server(index) as server:
                        time.sleep(0.2)
                        self.assertEqual(server.request("/readyz")[0], 503)
                path.write_bytes(original)
            self.assertEqual(
                programs.index_program("check", "--index", index).returncode,
                0)


if __name__ == "__main__":
    programs.require_programs()
    unittest.main()
