#include "common/domain/citation_words.h"

#include <array>
#include <cstddef>

namespace tracuu {
namespace {

struct KindSpelling {
  std::string_view words;
  std::string_view kind;
};

constexpr std::array<KindSpelling, 15> kKindWords = {{
    {"nghị quyết", "NQ"},
    {"chỉ thị", "CT"},
    {"kết luận", "KL"},
    {"quy định", "QĐ"},
    {"quyết định", "QĐ"},
    {"quy chế", "QĐ"},
    {"hướng dẫn", "HD"},
    {"kế hoạch", "KH"},
    {"thông báo", "TB"},
    {"chương trình", "CTr"},
    {"công văn", "CV"},
    {"báo cáo", "BC"},
    {"thông tư", "TT"},
    {"nghị định", "NĐ"},
    {"luật", "L"},
}};

constexpr std::array<KindSpelling, 8> kKindAbbreviations = {{
    {"nq", "NQ"},
    {"nqtw", "NQ"},
    {"nqtư", "NQ"},
    {"nqđh", "NQ"},
    {"ct", "CT"},
    {"kl", "KL"},
    {"qđ", "QĐ"},
    {"qđi", "QĐ"},
}};

struct IssuerSpelling {
  std::string_view words;
  StatedIssuer issuer;
};

// The longest match wins; "ban chấp hành trung ương đoàn" is a union's.
constexpr std::array<IssuerSpelling, 57> kIssuers = {{
    {"bộ chính trị", StatedIssuer::kPolitburo},
    {"bct", StatedIssuer::kPolitburo},
    {"ban bí thư", StatedIssuer::kSecretariat},
    {"ban bí thư trung ương", StatedIssuer::kSecretariat},
    {"ban bí thư trung ương đảng", StatedIssuer::kSecretariat},
    {"ban chấp hành trung ương", StatedIssuer::kCentralCommittee},
    {"ban chấp hành trung ương đảng", StatedIssuer::kCentralCommittee},
    {"ban chấp hành tw", StatedIssuer::kCentralCommittee},
    {"ban chấp hành tw đảng", StatedIssuer::kCentralCommittee},
    {"bch trung ương", StatedIssuer::kCentralCommittee},
    {"bch trung ương đảng", StatedIssuer::kCentralCommittee},
    {"bch tw", StatedIssuer::kCentralCommittee},
    {"bch tw đảng", StatedIssuer::kCentralCommittee},
    {"bch tư", StatedIssuer::kCentralCommittee},
    {"bchtw", StatedIssuer::kCentralCommittee},
    {"bchtw đảng", StatedIssuer::kCentralCommittee},
    {"trung ương", StatedIssuer::kCentral},
    {"trung ương đảng", StatedIssuer::kCentral},
    {"tw", StatedIssuer::kCentral},
    {"tw đảng", StatedIssuer::kCentral},
    {"tư", StatedIssuer::kCentral},
    {"đảng", StatedIssuer::kCentral},
    {"đảng ta", StatedIssuer::kCentral},
    {"đảng cộng sản việt nam", StatedIssuer::kCentral},
    {"ban chấp hành trung ương đoàn", StatedIssuer::kOther},
    {"ban chấp hành trung ương hội", StatedIssuer::kOther},
    {"trung ương đoàn", StatedIssuer::kOther},
    {"trung ương hội", StatedIssuer::kOther},
    {"ban chấp hành", StatedIssuer::kOther},
    {"bch", StatedIssuer::kOther},
    {"ban thường vụ", StatedIssuer::kOther},
    {"btv", StatedIssuer::kOther},
    {"tỉnh", StatedIssuer::kOther},
    {"thành ủy", StatedIssuer::kOther},
    {"thành phố", StatedIssuer::kOther},
    {"huyện", StatedIssuer::kOther},
    {"quận ủy", StatedIssuer::kOther},
    {"thị ủy", StatedIssuer::kOther},
    {"đảng ủy", StatedIssuer::kOther},
    {"đảng bộ", StatedIssuer::kOther},
    {"chi bộ", StatedIssuer::kOther},
    {"quân ủy", StatedIssuer::kOther},
    {"hđnd", StatedIssuer::kOther},
    {"hội đồng", StatedIssuer::kOther},
    {"ubnd", StatedIssuer::kOther},
    {"ubtvqh", StatedIssuer::kOther},
    {"ủy ban", StatedIssuer::kOther},
    {"chính phủ", StatedIssuer::kOther},
    {"thủ tướng", StatedIssuer::kOther},
    {"quốc hội", StatedIssuer::kOther},
    {"bộ", StatedIssuer::kOther},
    {"ban", StatedIssuer::kOther},
    {"sở", StatedIssuer::kOther},
    {"đoàn", StatedIssuer::kOther},
    {"hội", StatedIssuer::kOther},
    {"công đoàn", StatedIssuer::kOther},
    {"liên đoàn", StatedIssuer::kOther},
}};

constexpr int kLargestRoman = 39;

int RomanDigit(char c) {
  switch (c) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    default:
      return 0;
  }
}

// Nhất … mười, then mười một … mười chín.
std::optional<Numeral> ReadOrdinalWord(const Lexemes& lexemes, int first) {
  static constexpr std::array<std::string_view, 10> kOnes = {
      "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"};
  const auto value_of = [&lexemes](int at) {
    const Lexeme& word = lexemes[at];
    if (word.is_word("bốn")) return 4;
    if (word.is_word("lăm")) return 5;
    if (word.is_word("một")) return 1;
    for (std::size_t i = 0; i < kOnes.size(); ++i) {
      if (word.is_word(kOnes[i])) return static_cast<int>(i) + 1;
    }
    return 0;
  };
  const int value = value_of(first);
  if (value == 0) return std::nullopt;
  if (value < 10) return Numeral{value, first};
  const int ones = value_of(first + 1);
  if (ones == 0 || ones == 10) return Numeral{value, first};
  return Numeral{value + ones, first + 1};
}

}  // namespace

bool IsPhrase(const Lexemes& lexemes, int first, std::string_view phrase) {
  int at = first;
  while (true) {
    const std::size_t space = phrase.find(' ');
    if (!lexemes[at].is_word(phrase.substr(0, space))) return false;
    if (space == std::string_view::npos) return true;
    phrase.remove_prefix(space + 1);
    ++at;
  }
}

int WordCount(std::string_view phrase) {
  int count = phrase.empty() ? 0 : 1;
  for (const char c : phrase) count += c == ' ' ? 1 : 0;
  return count;
}

std::vector<std::string_view> KindPhrases() {
  std::vector<std::string_view> phrases;
  phrases.reserve(kKindWords.size() + kKindAbbreviations.size());
  for (const auto& spelling : kKindWords) phrases.push_back(spelling.words);
  for (const auto& spelling : kKindAbbreviations) {
    phrases.push_back(spelling.words);
  }
  return phrases;
}

std::optional<KindWord> ReadKindWord(const Lexemes& lexemes, int first) {
  const Lexeme& word = lexemes[first];
  if (!word.is_word()) return std::nullopt;
  for (const KindSpelling& spelling : kKindWords) {
    if (!spelling.words.starts_with(word.key)) continue;
    if (!IsPhrase(lexemes, first, spelling.words)) continue;
    // "kỷ luật 4 cán bộ", "pháp luật 2013": the word is half of another one.
    if (spelling.kind == "L" && (lexemes[first - 1].is_word("kỷ") ||
                                 lexemes[first - 1].is_word("pháp"))) {
      return std::nullopt;
    }
    return KindWord{spelling.kind, first + WordCount(spelling.words) - 1};
  }
  // Abbreviations are capitals, or stand against their number: "nq35".
  const bool is_written_short =
      word.letter_case == LetterCase::kUpper ||
      word.letter_case == LetterCase::kMixed ||
      (lexemes[first + 1].is_number() && lexemes.Touches(first + 1));
  if (!is_written_short) return std::nullopt;
  for (const KindSpelling& spelling : kKindAbbreviations) {
    if (word.key != spelling.words) continue;
    KindWord kind{spelling.kind, first, true};
    kind.names_plenum = word.key.starts_with("nqt");
    kind.names_congress = word.key == "nqđh";
    return kind;
  }
  return std::nullopt;
}

std::optional<IssuerWords> ReadIssuerWords(const Lexemes& lexemes, int first) {
  if (!lexemes[first].is_word()) return std::nullopt;
  if (lexemes[first].key == "t" && lexemes[first + 1].is_sign('.') &&
      lexemes[first + 2].is_word("ư")) {
    return IssuerWords{StatedIssuer::kCentral, first + 2};
  }
  const IssuerSpelling* best = nullptr;
  for (const IssuerSpelling& spelling : kIssuers) {
    if (best != nullptr && best->words.size() >= spelling.words.size()) {
      continue;
    }
    if (IsPhrase(lexemes, first, spelling.words)) best = &spelling;
  }
  if (best == nullptr) return std::nullopt;
  return IssuerWords{best->issuer, first + WordCount(best->words) - 1};
}

std::optional<Numeral> ReadRoman(const Lexemes& lexemes, int first) {
  const Lexeme& word = lexemes[first];
  if (!word.is_word() || word.letter_case != LetterCase::kUpper) {
    return std::nullopt;
  }
  int value = 0;
  int before = 0;
  for (const char c : word.key) {
    const int digit = RomanDigit(c);
    if (digit == 0) return std::nullopt;
    value += digit > before && before != 0 ? digit - 2 * before : digit;
    before = digit;
  }
  // Only what a Roman would write: no IIII, no IIX.
  if (value < 1 || value > kLargestRoman) return std::nullopt;
  std::string written = ToRoman(value);
  for (char& c : written) c = static_cast<char>(c - 'A' + 'a');
  if (written != word.key) return std::nullopt;
  return Numeral{value, first};
}

std::optional<Numeral> ReadOrdinal(const Lexemes& lexemes, int first) {
  const Lexeme& lexeme = lexemes[first];
  if (lexeme.is_number()) {
    if (lexeme.digits > 2 || lexeme.number < 1) return std::nullopt;
    const Lexeme& after = lexemes[first + 1];
    const bool goes_on =
        lexemes.Touches(first + 1) &&
        (after.is_sign('/') || after.is_sign('-') || after.sign == '?') &&
        lexemes.Touches(first + 2);
    if (goes_on) return std::nullopt;
    return Numeral{lexeme.number, first};
  }
  if (const std::optional<Numeral> roman = ReadRoman(lexemes, first)) {
    return roman;
  }
  if (!lexemes[first - 1].is_word("thứ")) return std::nullopt;
  return ReadOrdinalWord(lexemes, first);
}

bool IsCountedThing(const Lexeme& lexeme) {
  static constexpr std::array<std::string_view, 26> kThings = {
      "tháng", "năm",    "điểm",   "vụ",    "xã",    "tỉnh", "đồng",
      "người", "cuộc",   "tổ",     "nhiệm", "lần",   "kỳ",   "chi",
      "nội",   "chỉ",    "trường", "tập",   "đảng",  "vấn",  "dự",
      "giải",  "chuyên", "nhóm",   "đơn",   "triệu",
  };
  return IsOneOf(lexeme, kThings);
}

std::string ToRoman(int value) {
  struct Step {
    int value;
    std::string_view digits;
  };
  static constexpr std::array<Step, 5> kSteps = {
      {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
  std::string roman;
  for (const Step& step : kSteps) {
    for (; value >= step.value; value -= step.value) roman += step.digits;
  }
  return roman;
}

}  // namespace tracuu
