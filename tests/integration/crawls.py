"""Invented crawls of any size, and what the index says it serves."""

import json
import random

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
