#ifndef TRACUU_COMMON_TEXT_ENGLISH_WORDS_H_
#define TRACUU_COMMON_TEXT_ENGLISH_WORDS_H_

// English words in common use that happen to be Telex: "box" is bõ, "queen"
// quên. Internal to common/text. Such a word is no evidence of keystrokes by
// itself; among others that are, it is read like them ("chieens six").

#include <algorithm>
#include <array>
#include <string_view>

namespace tracuu {

// Sorted.
inline constexpr std::array<std::string_view, 346> kEnglishWords{
    "air",   "ams",   "ans",   "arm",   "as",     "ats",   "bar",    "bats",
    "bee",   "been",  "beer",  "bees",  "best",   "bets",  "bias",   "bins",
    "bis",   "bits",  "boats", "bons",  "boo",    "boom",  "booms",  "boots",
    "born",  "bow",   "bows",  "box",   "buns",   "bur",   "bus",    "buts",
    "buys",  "bys",   "cana",  "cans",  "caps",   "car",   "cast",   "casts",
    "cats",  "chair", "chaos", "chats", "cheer",  "chips", "coast",  "coats",
    "coo",   "coon",  "coons", "coops", "cops",   "corn",  "cos",    "cost",
    "cow",   "cows",  "cups",  "cur",   "cuts",   "dad",   "dads",   "dams",
    "days",  "deeds", "deeps", "deer",  "did",    "dids",  "dips",   "docs",
    "does",  "donor", "dons",  "doom",  "dooms",  "door",  "dots",   "down",
    "downs", "dust",  "dux",   "ex",    "fir",    "gas",   "gee",    "gins",
    "goo",   "guns",  "gus",   "guts",  "guys",   "hair",  "hangs",  "has",
    "hats",  "hens",  "her",   "hero",  "hes",    "hex",   "hims",   "his",
    "hits",  "hoes",  "honor", "hoops", "hoots",  "hops",  "hos",    "host",
    "hots",  "how",   "hows",  "hus",   "huts",   "if",    "imf",    "ins",
    "is",    "its",   "keen",  "keens", "keeps",  "kens",  "kits",   "laos",
    "laps",  "last",  "lax",   "lays",  "lens",   "lets",  "lips",   "lira",
    "lisa",  "list",  "lits",  "loans", "longs",  "loo",   "loom",   "looms",
    "loon",  "loons", "loops", "loots", "lose",   "lost",  "lots",   "low",
    "lows",  "lox",   "lux",   "maps",  "mar",    "mars",  "mast",   "mats",
    "max",   "mays",  "meets", "mens",  "mets",   "mins",  "mist",   "mix",
    "moms",  "mono",  "monos", "moo",   "moon",   "moons", "moor",   "moots",
    "mops",  "more",  "most",  "mow",   "mows",   "mus",   "must",   "mys",
    "naps",  "nee",   "nest",  "nets",  "nits",   "nix",   "noon",   "noons",
    "nor",   "nose",  "nots",  "now",   "nows",   "nuns",  "nuts",   "oats",
    "of",    "ons",   "oops",  "or",    "os",     "own",   "owns",   "ox",
    "pair",  "pans",  "papas", "par",   "pas",    "past",  "pax",    "pays",
    "pee",   "peeps", "peer",  "pens",  "per",    "pets",  "photos", "pieces",
    "pins",  "pips",  "pisa",  "pix",   "poo",    "poor",  "pops",   "post",
    "pots",  "pox",   "pros",  "puns",  "pus",    "puts",  "queen",  "queens",
    "rams",  "raps",  "rats",  "reps",  "rest",   "rex",   "richs",  "roof",
    "room",  "rooms", "roots", "rose",  "rots",   "row",   "rows",   "runs",
    "sats",  "sax",   "says",  "see",   "seem",   "seems", "seen",   "sees",
    "sets",  "sex",   "sins",  "sips",  "sir",    "sis",   "sits",   "six",
    "soaps", "sofa",  "songs", "sons",  "soon",   "soons", "sow",    "sows",
    "sox",   "sums",  "suns",  "sups",  "sur",    "tans",  "taps",   "tar",
    "tax",   "taxi",  "teem",  "teems", "teen",   "teens", "tens",   "term",
    "test",  "tex",   "thans", "theme", "themes", "thins", "this",   "those",
    "thus",  "tins",  "tips",  "tis",   "toes",   "toms",  "tons",   "too",
    "toots", "tops",  "tor",   "torn",  "tow",    "town",  "towns",  "tows",
    "tree",  "trees", "trips", "trust", "turn",   "tux",   "two",    "ups",
    "us",    "usa",   "vans",  "vats",  "vest",   "vets",  "vex",    "visa",
    "vow",   "vows",  "war",   "was",   "wax",    "won",   "woo",    "woos",
    "worm",  "wrong"};

constexpr bool IsEnglish(std::string_view word) {
  return std::binary_search(kEnglishWords.begin(), kEnglishWords.end(), word);
}

}  // namespace tracuu

#endif  // TRACUU_COMMON_TEXT_ENGLISH_WORDS_H_
