"""What a page shows of a value of its labels: a day in any form, a document's
number, a province by its name or by what lies in it."""

import datetime
import re
import unicodedata


def without_marks(text):
    letters = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c))


MONTH_WORDS = (r"một hai ba tư năm sáu bảy tám chín mười mười\s+một "
               r"mười\s+hai").split()


def shows_day(whole, value):
    """Whether a page writes the day in any of the usual forms, or its URL."""
    date = datetime.date.fromisoformat(value)
    day, month = f"0?{date.day}", f"0?{date.month}"
    whole = re.sub(r"<[^>]*>", " ", whole) + " " + whole  # "<b>28</b> 04/2022"
    named = rf"(?:{date:%b}|(?:th|thg)\.?\s*{date.month}|tháng\s+{MONTH_WORDS[date.month - 1]})"
    if re.search(rf"(?i)\b{day},?\s+{named}\b|\b{named}\s+{day},|"
                 rf"{date:%Y/%m/%d}|{date:%Y%m%d}", whole):
        return True
    span = r"(?:\s*(?:,|và|-|–|đến)\s*(?:ngày\s+)?\d\d?)?"  # "17 và 18/10"
    return re.search(
        rf"(?i)\b{day}{span}\s*(?:[/.\- ]|tháng)\s*{month}\b|{value}"
        rf"|\b{month}/{day}/{date.year}\b", whole) is not None


def shows_document(text, identity, plenums):
    """Whether a page has the number of a document, or its plenum."""
    if identity.startswith("NQĐH-"):
        return identity.partition("-")[2] in text
    number = re.match(r"\d+", identity)
    if number and re.search(rf"(?<!\d)[0Oo]?{int(number[0])}(?!\d)", text):
        return True
    plenum = plenums.get(identity)
    return bool(plenum) and re.search(
        rf"(?i)(?:trung ương|t\.?[wư]|lần thứ)\s*(?:\d+\s*,\s*)*{plenum}\b",
        text) is not None


def may_mislead(row, province, whole, proofs, successor):
    """Whether a page can lead to a province it is not about: names it (huyện
    Quang Bình does for Quảng Bình) or one of its districts, or is about what it
    was merged with."""
    unmarked = without_marks(whole)
    names = [province, *proofs.get(province, ())]
    if any(re.search(rf"\b{re.escape(without_marks(name))}\b", unmarked)
           for name in names):
        return True
    merged = {successor.get(name, name) for name in row["provinces"]}
    return successor.get(province, province) in merged
