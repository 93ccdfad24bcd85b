"""The graded queries, the articles they are asked over, and our answers.

corpus  corpus/queries.ndjson over corpus/
graded  queries.ndjson over corpus/ and articles/
real    the queries of ../shared/real over its pages
mixed   graded and real, over all of these and the first articles of the bulk
"""

import gzip
import hashlib
import itertools
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/integration"))
import programs  # noqa: E402

# Every hit that any figure looks at; a list without the background's articles
# is still ten long unless these push all others out.
HITS = 100


def read_queries(path, *folders):
    """The queries of a file; `folders` hold the articles they are judged on."""
    with open(path, encoding="utf-8") as lines:
        queries = [json.loads(line) for line in lines if line.strip()]
    for query in queries:
        query.setdefault("must_not", [])
        query.setdefault("filters", {})
        query.setdefault("split", half_of(query))
        query["judged"] = folders
    return queries


def half_of(query):
    """Weights are chosen looking at the queries of "tune" alone."""
    digest = hashlib.sha256(query["q"].encode()).digest()
    return "tune" if digest[0] % 2 == 0 else "test"


class EvaluationSet:
    """Queries over the same articles."""

    def __init__(self, name, queries, sources, background=0):
        self.name = name
        self.queries = queries
        self.sources = sources        # Files and folders.
        self.background = background  # Unjudged articles among them.

    def index(self, work):
        """The index, built once for each state of the program."""
        program = programs.BIN / "tracuu-index"
        state = f"{program.stat().st_mtime_ns} {self.background} "
        state += " ".join(map(str, self.sources))
        key = hashlib.sha256(state.encode()).hexdigest()[:12]
        index = work / f"{self.name}-{key}"
        if not (index / "CURRENT").exists():
            programs.build(index, *self.inputs(work))
        return index

    def inputs(self, work):
        if not self.background:
            return self.sources
        return [*self.sources, background_file(work, self.background)]


def background_file(work, count):
    """The first articles of the bulk, as a file of their own."""
    path = work / f"background-{count}.jsonl"
    if not path.exists():
        bulk = programs.shared() / "real/bulk.jsonl.gz"
        with gzip.open(bulk, "rt", encoding="utf-8") as lines:
            path.write_text("".join(itertools.islice(lines, count)),
                            encoding="utf-8")
    return path


def all_sets(background):
    """The sets whose articles are there: the first two always."""
    articles = ROOT / "tests/eval/articles"
    corpus = read_queries(programs.CORPUS / "queries.ndjson", "corpus/")
    graded = read_queries(ROOT / "tests/eval/queries.ndjson", "corpus/",
                          "articles/")
    sets = [EvaluationSet("corpus", corpus, [programs.CORPUS]),
            EvaluationSet("graded", graded, [programs.CORPUS, articles])]
    shared = programs.shared()
    if shared is None or not (shared / "real/queries.jsonl").exists():
        return sets
    real = read_queries(shared / "real/queries.jsonl", "docs/")
    documents = shared / "real/docs"
    sets.append(EvaluationSet("real", real, [documents]))
    if background and (shared / "real/bulk.jsonl.gz").exists():
        sets.append(EvaluationSet(
            "mixed", graded + real, [programs.CORPUS, articles, documents],
            background))
    return sets


def judged_only(query, hits):
    """The hits that somebody has judged for this query."""
    return [source for source in hits if source.startswith(query["judged"])]


class Ours:
    """Our server over one index, asked over HTTP."""

    def __init__(self, index, without="", reading="auto"):
        options = ["--ranking-without", without] if without else []
        self.reading = reading
        self.server = programs.Server(index, *options)
        self.server.wait_ready(60)

    def hits(self, query, text=None):
        parameters = [("q", query["q"] if text is None else text),
                      ("per_page", HITS), ("facets", ""),
                      # Judged article by article; the press has copies of some.
                      ("collapse", "false"),
                      ("reading", self.reading)]
        for name, value in query["filters"].items():
            values = value if isinstance(value, list) else [value]
            parameters += [(name, v) for v in values]
        answer = self.server.search(*parameters)
        return [hit["source"] for hit in answer["hits"]]

    def close(self):
        self.server.process.terminate()
        self.server.process.wait(30)
