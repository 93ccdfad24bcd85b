"""Vietnamese words as the keys that Telex and VNI users press, and back.

Written apart from the server's decoder and for tests only: nothing here is
shared with it, so the two can check each other. A habit is one way to press
the same word; `encode` knows several, `decode` reads them all.

A decoded syllable is a pair (letters, tone): the letters with their own marks
(â ă ê ô ơ ư đ), the tone apart, because keys do not say where the tone stands.
`syllables` reads marked text into the same pairs. Pure functions.
"""

import re
import unicodedata

TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x",
         "\u0323": "j"}
TONE_DIGITS = {"s": "1", "f": "2", "r": "3", "x": "4", "j": "5", "": ""}
MARKED = {"â": ("a", "a", "6"), "ê": ("e", "e", "6"), "ô": ("o", "o", "6"),
          "ă": ("a", "w", "8"), "ơ": ("o", "w", "7"), "ư": ("u", "w", "7"),
          "đ": ("d", "d", "9")}
VOWELS = set("aăâeêioôơuưy")

# tail: marks beside their letter, tone last (tieengs, tie6ng1).
# vowel: tone beside the vowel that carries it (tieesng, tie61ng).
# one-horn: as tail, ươ with one key for both (nguowif, nguo7i2).
# end: all keys after the letters, marks before the tone (tienges, tieng61).
# tone-first: all keys after the letters, the tone before the marks (tieng16).
HABITS = {"telex": ("tail", "vowel", "one-horn", "end"),
          "vni": ("tail", "vowel", "one-horn", "end", "tone-first")}


def syllable(word):
    """(letters with their marks, tone key, index of the letter with it)."""
    letters, tone, place = [], "", None
    for char in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", char)
        for mark in parts:
            if mark in TONES:
                tone, place = TONES[mark], len(letters)
        letters.append(unicodedata.normalize(
            "NFC", "".join(c for c in parts if c not in TONES)))
    return "".join(letters), tone, place


def syllables(text):
    """The words of marked text as (letters, tone), lower case."""
    text = unicodedata.normalize("NFC", text).replace("\u00d0", "Đ").lower()
    return [syllable(word)[:2] for word in re.findall(r"\w+", text)]


def encode(text, method, habit):
    """The keys for `text`; what is no letter stands as it is."""
    if habit not in HABITS[method]:
        raise ValueError(f"no habit {habit!r} of {method}")
    return re.sub(r"[^\W\d_]+", lambda m: _keys(m.group(), method, habit),
                  unicodedata.normalize("NFC", text))


def _keys(word, method, habit):
    letters, tone, place = syllable(word)
    tone = tone if method == "telex" else TONE_DIGITS[tone]
    keys, marks = "", ""
    for index, letter in enumerate(letters):
        base, telex, vni = MARKED.get(letter.lower(), (letter, "", ""))
        mark = telex if method == "telex" else vni
        keys += base.upper() if letter.isupper() else base
        horned = letters[index:index + 2].lower() == "ươ"
        if horned and habit in ("one-horn", "end", "tone-first"):
            mark = ""
        if habit in ("end", "tone-first"):
            marks += mark
        else:
            keys += mark
        if habit == "vowel" and index == place:
            keys += tone
    if habit == "vowel":
        return keys
    return keys + (tone + marks if habit == "tone-first" else marks + tone)


def decode(keys, method):
    """The words that the keys mean, as (letters, tone)."""
    read = _from_telex if method == "telex" else _from_vni
    return [read(word) for word in re.findall(r"\w+", keys.lower())]


def _from_telex(word):
    if not re.fullmatch("[a-z]+", word):
        return word, ""
    letters, tone = [], ""
    for key in word:
        seen = VOWELS & set(letters)
        if key in "sfrxj" and seen:
            tone = key
        elif key == "w" and seen:
            _horn(letters)
        elif key == "d" and letters[:1] == ["d"]:
            letters[0] = "đ"
        elif key in "aeo" and key in letters and not (
                key == "o" and letters[-2:] == ["o", "a"]):
            letters[letters.index(key)] = {"a": "â", "e": "ê", "o": "ô"}[key]
        else:
            letters.append(key)
    return "".join(letters), tone


def _from_vni(word):
    if not re.match("[a-z]", word):
        return word, ""
    letters, tone = [], ""
    tones = {digit: key for key, digit in TONE_DIGITS.items() if digit}
    for key in word:
        if key in tones:
            tone = tones[key]
        elif key == "9":
            letters[:1] = ["đ"]
        elif key == "6":
            _replace(letters, {"a": "â", "e": "ê", "o": "ô"})
        elif key == "8":
            _replace(letters, {"a": "ă"})
        elif key == "7":
            _horn(letters)
        else:
            letters.append(key)
    return "".join(letters), tone


def _replace(letters, marks):
    for index in reversed(range(len(letters))):
        if letters[index] in marks:
            letters[index] = marks[letters[index]]
            return


def _horn(letters):
    """Horns on uo, on the first of uu and ua, else on the last of a, o, u."""
    text = "".join(letters)
    for pair in ("uo", "ưo"):
        if pair in text and not text.startswith("quo"):
            letters[text.index(pair):text.index(pair) + 2] = ["ư", "ơ"]
            return
    if "uu" in text:
        letters[text.index("uu")] = "ư"
        return
    if "ua" in text and not text.startswith("qu"):
        letters[text.index("ua")] = "ư"
        return
    _replace(letters, {"a": "ă", "o": "ơ", "u": "ư"})
