#ifndef TRACUU_TESTS_COMMON_TEXT_SYLLABLES_H_
#define TRACUU_TESTS_COMMON_TEXT_SYLLABLES_H_

// The parts of Vietnamese syllables, to make all of them for tests.

#include <array>
#include <string_view>

namespace tracuu::test {

// Without "qu" and "gi", which take other rimes.
inline constexpr std::array<std::string_view, 26> kOnsets{
    "ngh", "ng", "nh", "gh", "kh", "ph", "th", "tr", "ch", "b", "c", "d", "đ",
    "g",   "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t", "v", "x", ""};

struct Rime {
  std::string_view letters;
  std::string_view with_acute;  // In the classic placement.
};

inline constexpr std::array<Rime, 162> kRimes{{
    {"a", "á"},       {"ac", "ác"},     {"âc", "ấc"},     {"ăc", "ắc"},
    {"ach", "ách"},   {"ai", "ái"},     {"am", "ám"},     {"âm", "ấm"},
    {"ăm", "ắm"},     {"an", "án"},     {"ân", "ấn"},     {"ăn", "ắn"},
    {"ang", "áng"},   {"âng", "ấng"},   {"ăng", "ắng"},   {"anh", "ánh"},
    {"ao", "áo"},     {"ap", "áp"},     {"âp", "ấp"},     {"ăp", "ắp"},
    {"at", "át"},     {"ât", "ất"},     {"ăt", "ắt"},     {"au", "áu"},
    {"âu", "ấu"},     {"ay", "áy"},     {"ây", "ấy"},     {"e", "é"},
    {"ê", "ế"},       {"ec", "éc"},     {"êch", "ếch"},   {"em", "ém"},
    {"êm", "ếm"},     {"en", "én"},     {"ên", "ến"},     {"eng", "éng"},
    {"ênh", "ếnh"},   {"eo", "éo"},     {"ep", "ép"},     {"êp", "ếp"},
    {"et", "ét"},     {"êt", "ết"},     {"êu", "ếu"},     {"i", "í"},
    {"ia", "ía"},     {"ich", "ích"},   {"iêc", "iếc"},   {"iêm", "iếm"},
    {"iên", "iến"},   {"iêng", "iếng"}, {"iêp", "iếp"},   {"iêt", "iết"},
    {"iêu", "iếu"},   {"im", "ím"},     {"in", "ín"},     {"inh", "ính"},
    {"ip", "íp"},     {"it", "ít"},     {"iu", "íu"},     {"o", "ó"},
    {"ô", "ố"},       {"ơ", "ớ"},       {"oa", "óa"},     {"oac", "oác"},
    {"oăc", "oắc"},   {"oach", "oách"}, {"oai", "oái"},   {"oam", "oám"},
    {"oăm", "oắm"},   {"oan", "oán"},   {"oăn", "oắn"},   {"oang", "oáng"},
    {"oăng", "oắng"}, {"oanh", "oánh"}, {"oao", "oáo"},   {"oap", "oáp"},
    {"oat", "oát"},   {"oăt", "oắt"},   {"oay", "oáy"},   {"oc", "óc"},
    {"ôc", "ốc"},     {"oe", "óe"},     {"oem", "oém"},   {"oen", "oén"},
    {"oeo", "oéo"},   {"oet", "oét"},   {"oi", "ói"},     {"ôi", "ối"},
    {"ơi", "ới"},     {"om", "óm"},     {"ôm", "ốm"},     {"ơm", "ớm"},
    {"on", "ón"},     {"ôn", "ốn"},     {"ơn", "ớn"},     {"ong", "óng"},
    {"ông", "ống"},   {"ooc", "oóc"},   {"oong", "oóng"}, {"op", "óp"},
    {"ôp", "ốp"},     {"ơp", "ớp"},     {"ot", "ót"},     {"ôt", "ốt"},
    {"ơt", "ớt"},     {"u", "ú"},       {"ư", "ứ"},       {"ua", "úa"},
    {"ưa", "ứa"},     {"uân", "uấn"},   {"uâng", "uấng"}, {"uât", "uất"},
    {"uây", "uấy"},   {"uc", "úc"},     {"ưc", "ức"},     {"uê", "uế"},
    {"uêch", "uếch"}, {"uênh", "uếnh"}, {"uêu", "uếu"},   {"ui", "úi"},
    {"ưi", "ứi"},     {"um", "úm"},     {"ưm", "ứm"},     {"un", "ún"},
    {"ưn", "ứn"},     {"ung", "úng"},   {"ưng", "ứng"},   {"uơ", "uớ"},
    {"uôc", "uốc"},   {"ươc", "ước"},   {"uôi", "uối"},   {"ươi", "ưới"},
    {"uôm", "uốm"},   {"ươm", "ướm"},   {"uôn", "uốn"},   {"ươn", "ướn"},
    {"uông", "uống"}, {"ương", "ướng"}, {"ươp", "ướp"},   {"uôt", "uốt"},
    {"ươt", "ướt"},   {"ươu", "ướu"},   {"up", "úp"},     {"ut", "út"},
    {"ưt", "ứt"},     {"ưu", "ứu"},     {"uy", "úy"},     {"uya", "uýa"},
    {"uych", "uých"}, {"uyên", "uyến"}, {"uyêt", "uyết"}, {"uyn", "uýn"},
    {"uynh", "uýnh"}, {"uyp", "uýp"},   {"uyt", "uýt"},   {"uyu", "uýu"},
    {"y", "ý"},       {"yêm", "yếm"},   {"yên", "yến"},   {"yêng", "yếng"},
    {"yêt", "yết"},   {"yêu", "yếu"},
}};

// Syllables with "qu" and "gi".
inline constexpr std::array<std::string_view, 151> kQuGiSyllables{
    "qua",   "quac",  "quach", "quai",   "quam",   "quan",  "quang", "quanh",
    "quao",  "quap",  "quat",  "quau",   "quay",   "que",   "quec",  "quem",
    "quen",  "queng", "queo",  "quet",   "qui",    "quich", "quin",  "quinh",
    "quip",  "quit",  "quy",   "quych",  "quyn",   "quynh", "quyp",  "quyt",
    "quyu",  "quyên", "quyêt", "quâc",   "quân",   "quâng", "quâp",  "quât",
    "quâu",  "quây",  "quê",   "quêch",  "quên",   "quênh", "quêt",  "quêu",
    "quô",   "quôc",  "quăc",  "quăm",   "quăn",   "quăng", "quăp",  "quăt",
    "quơ",   "quơi",  "quơn",  "quơt",   "gia",    "giac",  "giai",  "giam",
    "gian",  "giang", "gianh", "giao",   "giap",   "giat",  "giau",  "giay",
    "gie",   "giem",  "gien",  "gieo",   "giep",   "giet",  "gii",   "gio",
    "gioc",  "gioi",  "giom",  "gion",   "giong",  "giop",  "giot",  "giu",
    "giua",  "giuc",  "giui",  "gium",   "giun",   "giung", "giup",  "giut",
    "giuôc", "giuôi", "giuôm", "giuôn",  "giuông", "giuôt", "giâc",  "giâm",
    "giân",  "giâng", "giâp",  "giât",   "giâu",   "giây",  "giê",   "giêc",
    "giêm",  "giên",  "giêng", "giêt",   "giêu",   "giô",   "giôc",  "giôi",
    "giôm",  "giôn",  "giông", "giôp",   "giôt",   "giăc",  "giăm",  "giăn",
    "giăng", "giăp",  "giăt",  "giơ",    "giơi",   "giơm",  "giơn",  "giơp",
    "giơt",  "giư",   "giưa",  "giưc",   "giưi",   "giưng", "giưt",  "giươc",
    "giươi", "giươm", "giươn", "giương", "giươp",  "giươt", "gi"};

}  // namespace tracuu::test

#endif  // TRACUU_TESTS_COMMON_TEXT_SYLLABLES_H_
