"""The two programs as a test drives them: build an index, start the server,
ask it over HTTP. Standard library only."""

import contextlib
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("TRACUU_BIN", ROOT / "build/release/bin"))
CORPUS = ROOT / "corpus"


def shared():
    """Real pages with gold labels, beside the project; None when absent."""
    folder = pathlib.Path(os.environ.get("TRACUU_SHARED", ROOT / "../shared"))
    return folder.resolve() if folder.is_dir() else None


def index_program(*arguments, timeout=300, **options):
    return subprocess.run([str(BIN / "tracuu-index"), *map(str, arguments)],
                          capture_output=True, timeout=timeout, check=False,
                          **options)


def build(index, *sources):
    done = index_program("build", "--max-loss", "100%", "--index", index,
                         *sources)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr.decode(errors="replace"))
    return done


def explain(*sources):
    """The explained pages by source name."""
    done = index_program("explain", *sources)
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    return {page["source"]: page for page in pages}


@contextlib.contextmanager
def temporary_folder():
    with tempfile.TemporaryDirectory(prefix="tracuu-test-") as name:
        yield pathlib.Path(name)


class Server:
    """A running tracuu-serve on a free port."""

    def __init__(self, index, *arguments):
        self.process = subprocess.Popen(
            [str(BIN / "tracuu-serve"), "--index", str(index), "--port", "0",
             *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if not found:
            self.process.kill()
            raise AssertionError("no address: " + line +
                                 self.process.stderr.read())
        self.url = found.group()
        # Keep the pipe from filling up.
        self.log = tempfile.TemporaryFile("w+")
        import threading
        threading.Thread(target=self._drain, daemon=True).start()

    def _drain(self):
        for line in self.process.stderr:
            self.log.write(line)

    def request(self, path, parameters=(), method="GET", headers=None):
        """Returns (status, headers, body bytes)."""
        query = urllib.parse.urlencode(list(parameters), doseq=True)
        url = self.url + path + ("?" + query if query else "")
        request = urllib.request.Request(url, method=method,
                                         headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                return reply.status, reply.headers, reply.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def json(self, path, *parameters, expect=200):
        status, _, body = self.request(path, parameters)
        if status != expect:
            raise AssertionError(f"{path} {parameters}: {status}, not {expect}:"
                                 f" {body[:500]}")
        return json.loads(body)

    def search(self, *parameters, expect=200):
        return self.json("/api/v1/search", *parameters, expect=expect)

    def wait_ready(self, seconds=10):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.request("/readyz")[0] == 200:
                return
            time.sleep(0.02)
        raise AssertionError("the server did not become ready")

    def stop(self):
        """Asks it to end; returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Crawl(unittest.TestCase):
    """A folder `self.crawl` to fill, and an index `self.index` to make of it."""

    def setUp(self):
        holder = temporary_folder()
        self.folder = holder.__enter__()
        self.addCleanup(holder.__exit__, None, None, None)
        self.crawl = self.folder / "crawl"
        self.crawl.mkdir()
        self.index = self.folder / "index"

    def write(self, name, content):
        path = self.crawl / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str)
                         else content)
        return path

    def build(self, expect, *arguments, command="build", **options):
        """Returns what it printed, standard error first."""
        done = index_program(command, "--index", self.index,
                             *(arguments or [self.crawl]), **options)
        said = (done.stderr + done.stdout).decode(errors="replace")
        self.assertEqual(done.returncode, expect, said)
        return said

    def current(self):
        """The id of the served snapshot, or None."""
        path = self.index / "CURRENT"
        return path.read_text().strip() if path.exists() else None

    def snapshot(self):
        return self.index / "snapshots" / self.current()

    def rejected(self):
        lines = (self.snapshot() / "rejected.jsonl").read_text().splitlines()
        return {row["source"]: row for row in map(json.loads, lines)}

    def reasons(self):
        return sorted(row["reason"] for row in self.rejected().values())

    def stats(self):
        return json.loads(index_program("stats", "--json", "--index",
                                        self.index).stdout)

    def documents(self):
        return self.stats()["documents"]

    def assert_whole(self):
        check = index_program("check", "--index", self.index)
        self.assertEqual(check.returncode, 0, check.stdout + check.stderr)


class ServedCorpus(unittest.TestCase):
    """The sample corpus, indexed once and served by `self.server`."""

    @classmethod
    def setUpClass(cls):
        cls.folder = temporary_folder()
        cls.index = cls.folder.__enter__() / "index"
        build(cls.index, CORPUS)
        cls.server = Server(cls.index)
        cls.server.wait_ready()

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.folder.__exit__(None, None, None)


def require_programs():
    for name in ("tracuu-index", "tracuu-serve"):
        if not (BIN / name).exists():
            sys.exit(f"{BIN / name} is missing: build first, or set TRACUU_BIN")
