"""The same queries asked of other engines, as a careful user would.

Each peer gets the title and the searched blocks as our reader found them, our
facet values for the filters, and the query's words (quoted ones as a phrase):
articles with all of them, and if there are none, with any. Marks are folded in
all of them, because that is what their users are told to do.
"""

import json
import os
import pathlib
import pwd
import re
import shutil
import sqlite3
import subprocess

from search_metrics import without_marks
from search_sets import programs

SEARCHED = ("title", "lead", "body", "caption")
FACETS = {"province": "provinces", "province_now": "provinces_now",
          "unit": "units", "unit_level": "unit_level", "year": "year",
          "resolution": "resolutions", "host": "host"}
FIELD = re.compile(r"^[^\s:\"]+:(?=\S)")
HITS = 100


def read_documents(sources):
    """The articles as `explain` prints them: source, title, text, facets."""
    documents = []
    for source in sources:
        source = pathlib.Path(source)
        done = programs.index_program("explain", source)
        for line in done.stdout.splitlines():
            page = json.loads(line)
            blocks = [page["text"][b["start"]:b["end"]]
                      for b in page["blocks"] if b["role"] in SEARCHED]
            name = page["source"]
            if source.is_dir() and not name.startswith(source.name + "/"):
                name = f"{source.name}/{name}"
            documents.append({**page, "source": name,
                              "body": "\n".join(blocks)})
    return documents


def parts_of(text):
    """Phrases and words of a query, operators and field names left out."""
    parts = []
    for phrase, word in re.findall(r'"([^"]*)"|(\S+)', text):
        if word:
            word = FIELD.sub("", word)
            word = re.sub(r":(19|20)\d\d$", "", word)
        part = re.findall(r"\w+", phrase or word)
        if part and part not in (["OR"], ["HOẶC"]):
            parts.append(part)
    return parts


def passes(document, filters):
    for name, wanted in filters.items():
        value = document[FACETS[name]]
        values = value if isinstance(value, list) else [value]
        values = {str(v) for v in values}
        values |= {v.split(":")[0] for v in values}
        wanted = wanted if isinstance(wanted, list) else [wanted]
        if not any(in_range(v, w) for v in values for w in wanted):
            return False
    return True


def in_range(value, wanted):
    first, dots, last = str(wanted).partition("..")
    return first <= value <= (last or "9999") if dots else value == wanted


class Peer:
    """A peer gives sources for parts joined by AND or OR, best first."""

    def __init__(self, documents):
        self.documents = {d["source"]: d for d in documents}

    def hits(self, query, text=None):
        parts = parts_of(query["q"] if text is None else text)
        for joined in ("AND", "OR"):
            found = [s for s in self.ask(parts, joined)
                     if passes(self.documents[s], query["filters"])]
            if found:
                return found[:HITS]
        return []

    def close(self):
        pass


class SqliteFts5(Peer):
    """FTS5 with remove_diacritics 2, title weighing four times the body."""

    name = "SQLite FTS5, remove_diacritics 2"
    fold = staticmethod(lambda text: text)

    def __init__(self, documents, work):
        super().__init__(documents)
        self.db = sqlite3.connect(":memory:")
        self.db.execute("CREATE VIRTUAL TABLE d USING fts5(source UNINDEXED, "
                        "title, body, tokenize='unicode61 "
                        "remove_diacritics 2')")
        self.db.executemany("INSERT INTO d VALUES (?, ?, ?)", [
            (d["source"], self.fold(d["title"]), self.fold(d["body"]))
            for d in documents])

    def ask(self, parts, joined):
        match = f" {joined} ".join(
            '"' + self.fold(" ".join(p)) + '"' for p in parts)
        return [row[0] for row in self.db.execute(
            "SELECT source FROM d WHERE d MATCH ? "
            "ORDER BY bm25(d, 0, 4, 1), rowid", (match,))] if parts else []


class SqliteFolded(SqliteFts5):
    """The same with đ folded too, which remove_diacritics leaves alone."""

    name = "SQLite FTS5, marks and đ folded beforehand"
    fold = staticmethod(without_marks)


class PlainXapian(Peer):
    """tests/bench/plain_xapian: the library as its documentation teaches."""

    name = "plain Xapian"

    def __init__(self, documents, work):
        super().__init__(documents)
        self.work = work
        self.program = programs.BIN / "plain_xapian"
        corpus = work / "plain.jsonl"
        with open(corpus, "w", encoding="utf-8") as out:
            for d in documents:
                out.write(json.dumps({"id": d["source"], "title": d["title"],
                                      "text": d["body"]}) + "\n")
        self.db = work / "plain.db"
        subprocess.run([self.program, "index", corpus, self.db], check=True,
                       stdout=subprocess.DEVNULL)

    def ask(self, parts, joined):
        words = f" {joined} ".join(
            '"' + without_marks(" ".join(p)) + '"' if len(p) > 1
            else without_marks(p[0]).lower() for p in parts)
        queries = self.work / "plain-query.jsonl"
        queries.write_text(json.dumps({"qid": 0, "cls": "", "q": words,
                                       "fold": True, "filter": {}}) + "\n")
        done = subprocess.run(
            [self.program, "query", self.db, queries, "1", "1000"],
            check=True, capture_output=True)
        return json.loads(done.stdout)["top"]


class PostgreSql(Peer):
    """Full-text search with unaccent in a private server of its own."""

    name = "PostgreSQL, unaccent"
    SETUP = """
        CREATE EXTENSION unaccent;
        CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);
        ALTER TEXT SEARCH CONFIGURATION plain ALTER MAPPING FOR hword,
          hword_part, word, asciiword, asciihword, hword_asciipart, numword
          WITH unaccent, simple;
        CREATE TABLE d (source text, title text, body text, v tsvector);"""

    def __init__(self, documents, work):
        super().__init__(documents)
        self.bin = self.folder()
        self.path = pathlib.Path("/tmp") / f"tracuu-eval-{os.getpid()}"
        self.path.mkdir()
        if os.getuid() == 0:
            shutil.chown(self.path, "postgres")
        self.run("initdb", "-D", self.path / "pg", "-A", "trust",
                 "--locale=C.UTF-8", "-E", "UTF8")
        self.run("pg_ctl", "-D", self.path / "pg", "-w", "-l",
                 self.path / "log", "-o",
                 f"-k {self.path} -c listen_addresses=''", "start")
        self.sql(self.SETUP)
        rows = "".join("\t".join(map(self.cell, (d["source"], d["title"],
                                                 d["body"]))) + "\n"
                       for d in documents)
        self.sql("COPY d (source, title, body) FROM STDIN;\n" + rows + "\\.\n")
        self.sql("UPDATE d SET v = "
                 "setweight(to_tsvector('plain', title), 'A') || "
                 "setweight(to_tsvector('plain', body), 'C');")

    @staticmethod
    def folder():
        folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        return folders[-1] if folders else None

    @staticmethod
    def cell(text):
        return (text.replace("\\", "\\\\").replace("\t", " ")
                .replace("\n", "\\n"))

    def run(self, program, *arguments):
        def drop():
            if os.getuid() == 0:
                user = pwd.getpwnam("postgres")
                os.setgid(user.pw_gid)
                os.setuid(user.pw_uid)
        subprocess.run([self.bin / program, *map(str, arguments)], check=True,
                       stdout=subprocess.DEVNULL, cwd="/", preexec_fn=drop)

    def sql(self, text):
        done = subprocess.run(
            ["psql", "-h", self.path, "-U", "postgres", "-qAt", "-v",
             "ON_ERROR_STOP=1"], input=text, text=True, check=True,
            capture_output=True)
        return done.stdout.splitlines()

    def ask(self, parts, joined):
        if not parts:
            return []
        glue = " && " if joined == "AND" else " || "
        query = glue.join(
            "phraseto_tsquery('plain', '{}')".format(
                " ".join(p).replace("'", "''")) for p in parts)
        return self.sql(f"SELECT source FROM d, (SELECT {query} AS q) AS s "
                        "WHERE v @@ q ORDER BY ts_rank_cd(v, q) DESC, source;")

    def close(self):
        self.run("pg_ctl", "-D", self.path / "pg", "-m", "fast", "stop")
        shutil.rmtree(self.path)


def available():
    peers = [PlainXapian, SqliteFts5, SqliteFolded]
    if PostgreSql.folder() and shutil.which("psql"):
        peers.append(PostgreSql)
    return peers
