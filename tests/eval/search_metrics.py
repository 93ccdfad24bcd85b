"""How good is a list of hits for a graded query? Pure functions."""

import collections
import math
import unicodedata

DEPTH = 10
# In the order the tables show them.
STYLES = ("accented", "unaccented", "partly", "telex", "vni", "phrase",
          "abbrev", "typo", "filtered", "symbol")
FIGURES = ("ndcg", "mrr", "success")


def gain(grade):
    return 2 ** grade - 1


def ndcg(grades, relevant):
    """nDCG@10 of the grades of the hits, best first."""
    def dcg(ordered):
        return sum(gain(g) / math.log2(place + 2)
                   for place, g in enumerate(ordered[:DEPTH]))
    return dcg(grades) / dcg(sorted(relevant.values(), reverse=True))


def best_grade(query):
    return max(query["relevant"].values())


def judge(query, hits):
    """The figures of one query; `hits` are sources, best first."""
    relevant = query["relevant"]
    grades = [relevant.get(source, 0) for source in hits]
    best = best_grade(query)
    answer = next((i for i, g in enumerate(grades) if g == best), None)
    return {"ndcg": ndcg(grades, relevant),
            "mrr": 0.0 if answer is None else 1 / (answer + 1),
            "success": float(answer == 0),
            "violations": violations(query, hits)}


def violations(query, hits):
    """Sources that hold the words but not the answer and stand above a graded
    one, or are shown where a graded one is not."""
    places = {source: i for i, source in enumerate(hits)}
    last = max((places.get(source, len(hits))
                for source in query["relevant"]), default=0)
    return [source for source in query["must_not"]
            if places.get(source, len(hits)) < last]


def averages(judged):
    """[(query, figures)] → {style or "all": {figure: mean, "queries": n}}."""
    groups = collections.defaultdict(list)
    for query, figures in judged:
        groups[query["style"]].append(figures)
        groups["all"].append(figures)
    return {style: {"queries": len(rows),
                    **{f: sum(r[f] for r in rows) / len(rows)
                       for f in FIGURES},
                    "violations": sum(len(r["violations"]) for r in rows)}
            for style, rows in groups.items()}


def without_marks(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text)
                    if not unicodedata.combining(c))
    return plain.replace("đ", "d").replace("Đ", "D")


def has_marks(text):
    return without_marks(text) != unicodedata.normalize("NFD", text)
