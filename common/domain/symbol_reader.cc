#include "common/domain/symbol_reader.h"

#include <array>
#include <utility>

namespace tracuu {
namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

// Lower-case form → printed form. The forms without đ are met where a
// typewriter or a slug had none.
constexpr std::array<Spelling, 38> kKinds = {{
    {"nq", "NQ"},     {"ct", "CT"},     {"kl", "KL"},       {"qđ", "QĐ"},
    {"qd", "QĐ"},     {"qđi", "QĐi"},   {"qdi", "QĐi"},     {"qyđ", "QyĐ"},
    {"qđns", "QĐNS"}, {"qc", "QC"},     {"hd", "HD"},       {"kh", "KH"},
    {"tb", "TB"},     {"tbkl", "TBKL"}, {"cv", "CV"},       {"bc", "BC"},
    {"ctr", "CTr"},   {"cthđ", "CTHĐ"}, {"ctrhđ", "CTrHĐ"}, {"đa", "ĐA"},
    {"ttr", "TTr"},   {"qt", "QT"},     {"nđ", "NĐ"},       {"tt", "TT"},
    {"ttlt", "TTLT"}, {"nqlt", "NQLT"}, {"vbhn", "VBHN"},   {"pl", "PL"},
    {"l", "L"},       {"sl", "SL"},     {"đl", "ĐL"},       {"bb", "BB"},
    {"gm", "GM"},     {"gt", "GT"},     {"đc", "ĐC"},       {"tc", "TC"},
    {"lct", "LCT"},   {"hdlt", "HDLT"},
}};

bool IsSeparator(const Lexeme& lexeme) {
  return lexeme.is_sign('-') || lexeme.is_sign('/');
}

// ASCII letters, and the two Vietnamese ones that symbols contain.
std::string UpperCase(std::string_view key) {
  std::string upper;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const char c = key[i];
    if (c >= 'a' && c <= 'z') {
      upper += static_cast<char>(c - 'a' + 'A');
    } else if (key.substr(i).starts_with("đ")) {
      upper += "Đ";
      ++i;
    } else if (key.substr(i).starts_with("ư")) {
      upper += "Ư";
      ++i;
    } else {
      upper += c;
    }
  }
  return upper;
}

// "tư" is Trung ương and becomes "tw", also at the end of "btctư"; "tu" is a
// provincial committee and stays.
std::string CanonicalIssuer(std::string_view key) {
  if (key == "ttg") return "TTg";
  if (key == "tvv") return "TW";  // Scanned: W as VV.
  if (key == "thu") return "ThU";
  std::string issuer(key);
  constexpr std::string_view kCentral = "tư";
  if (issuer.ends_with(kCentral)) {
    issuer.replace(issuer.size() - kCentral.size(), kCentral.size(), "tw");
  }
  return UpperCase(issuer);
}

// Committees of the Party end in U (ủy) or are organs of the centre or of a
// TU; a ĐU (đảng ủy) is named by what follows: ĐUK, ĐUCA.
bool IsPartyIssuer(std::string_view issuer) {
  constexpr std::array<std::string_view, 6> kParty = {"HU",  "QU", "ThU",
                                                      "TXU", "CB", "ĐB"};
  for (const std::string_view party : kParty) {
    if (issuer == party) return true;
  }
  return issuer.ends_with("TW") || issuer.ends_with("TU") ||
         issuer.starts_with("ĐU");
}

// With or without the number of its term, "QH15": QHKT is an office of towns.
bool IsAssemblyIssuer(std::string_view issuer) {
  const std::size_t end = issuer.find_last_not_of("0123456789");
  const std::string_view name = issuer.substr(0, end + 1);
  return name == "QH" || name == "UBTVQH";
}

bool IsStateIssuer(std::string_view issuer) {
  constexpr std::array<std::string_view, 7> kState = {
      "CP", "TTg", "UBND", "HĐND", "CTN", "VPCP", "TTCP"};
  for (const std::string_view state : kState) {
    if (issuer == state) return true;
  }
  return IsAssemblyIssuer(issuer);
}

struct IssuerReading {
  std::string issuer;
  int last = 0;
};

// T.Ư, T.W
bool IsDottedCentral(const Lexemes& lexemes, int first) {
  return lexemes[first].is_word("t") && lexemes[first + 1].is_sign('.') &&
         lexemes.Touches(first + 1) && lexemes.Touches(first + 2) &&
         (lexemes[first + 2].is_word("ư") || lexemes[first + 2].is_word("w"));
}

// An issuer the grammar knows, or a word that stands against the separator.
bool LooksLikeIssuer(const Lexemes& lexemes, int first) {
  const Lexeme& word = lexemes[first];
  if (!word.is_word()) return false;
  const std::string issuer = CanonicalIssuer(word.key);
  if (IsPartyIssuer(issuer) || IsStateIssuer(issuer)) return true;
  // "BTC" of "46/2019/TT-BTC", also in the lower case of canonical forms.
  return lexemes.Touches(first) && word.letter_case != LetterCase::kCapital;
}

// The further issuers of a joint document (BTC-BNV), the office of an issuer
// (BNN-BVTV) and the second half of BGD&ĐT.
void ExtendIssuer(const Lexemes& lexemes, bool is_joint,
                  IssuerReading* reading) {
  for (int sign = reading->last + 1;
       lexemes.Touches(sign) && lexemes.Touches(sign + 1) &&
       lexemes[sign + 1].is_word();
       sign += 2) {
    const bool is_joint_sign =
        lexemes[sign].is_sign('-') &&
        (is_joint || lexemes[sign + 1].letter_case == LetterCase::kUpper);
    if (!lexemes[sign].is_sign('&') && !is_joint_sign) return;
    reading->last = sign + 1;
    reading->issuer += lexemes[sign].sign;
    reading->issuer += CanonicalIssuer(lexemes[sign + 1].key);
  }
}

// TW, T.Ư, QH15, HĐND, and after a joint kind (TTLT) BNV-BTC.
std::optional<IssuerReading> ReadIssuer(const Lexemes& lexemes, int first,
                                        std::string_view kind) {
  if (IsDottedCentral(lexemes, first)) return IssuerReading{"TW", first + 2};
  if (!LooksLikeIssuer(lexemes, first)) return std::nullopt;
  IssuerReading reading{CanonicalIssuer(lexemes[first].key), first};
  if (lexemes[first + 1].is_number() && lexemes.Touches(first + 1) &&
      IsAssemblyIssuer(reading.issuer)) {
    reading.issuer += std::to_string(lexemes[first + 1].number);
    reading.last = first + 1;
  }
  if (!IsPartyIssuer(reading.issuer)) {
    ExtendIssuer(lexemes, kind.ends_with("LT"), &reading);
  }
  return reading;
}

// "35-NQTW": no separator in front of the issuer, which is the centre or a
// province's committee. Sets the kind.
std::optional<IssuerReading> ReadGlued(const Lexemes& lexemes, int at,
                                       std::string_view* kind) {
  for (const std::string_view issuer : {"tw", "tư", "tu"}) {
    std::string_view key = lexemes[at].key;
    if (!key.ends_with(issuer)) continue;
    key.remove_suffix(issuer.size());
    *kind = KindAbbreviation(key);
    if (kind->empty()) continue;
    return IssuerReading{CanonicalIssuer(issuer), at};
  }
  return std::nullopt;
}

// A line may end behind a separator, which shows that the symbol goes on:
// "35-NQ/" and on the next line "TW".
bool BreaksLine(const Lexemes& lexemes, int first, int last) {
  for (int i = first; i <= last; ++i) {
    if (lexemes[i].line_before && !IsSeparator(lexemes[i - 1])) return true;
  }
  return false;
}

bool HasSpaces(const Lexemes& lexemes, int first, int last) {
  for (int i = first; i <= last; ++i) {
    if (lexemes[i].space_before) return true;
  }
  return false;
}

// Symbols are not parts of longer ones: "12/35-NQ/TW".
bool MayBeginAt(const Lexemes& lexemes, int first) {
  if (!lexemes.Touches(first)) return true;
  const Lexeme& before = lexemes[first - 1];
  if (before.is_number() || before.is_sign('/') || before.is_sign('.')) {
    return before.is_sign('.') && !lexemes[first - 2].is_number();
  }
  return true;
}

bool IsNumberOfSymbol(const Lexeme& lexeme) {
  return lexeme.is_number() && lexeme.digits <= 5 && lexeme.number >= 1;
}

// What follows "<number>/<year>/": NQ-HĐND or QH15.
std::optional<SymbolReading> ReadLaw(const Lexemes& lexemes, int first) {
  const Lexeme& year = lexemes[first + 2];
  if (!IsSeparator(lexemes[first + 1]) || !year.is_number() ||
      year.digits != 4 || year.number < 1945 || year.number > 2100 ||
      !IsSeparator(lexemes[first + 3])) {
    return std::nullopt;
  }
  SymbolReading reading;
  reading.symbol.system = SymbolSystem::kLaw;
  reading.symbol.number = lexemes[first].number;
  reading.symbol.year = year.number;
  int at = first + 4;
  const std::string_view kind = KindAbbreviation(lexemes[at].key);
  const bool has_kind =
      lexemes[at].is_word() && !kind.empty() && IsSeparator(lexemes[at + 1]);
  if (has_kind) {
    reading.symbol.kind = kind;
    at += 2;
  }
  const std::optional<IssuerReading> issuer =
      ReadIssuer(lexemes, at, reading.symbol.kind);
  if (!issuer) return std::nullopt;
  if (!has_kind && !IsAssemblyIssuer(issuer->issuer)) return std::nullopt;
  reading.symbol.issuer = issuer->issuer;
  reading.last = issuer->last;
  reading.is_regular = lexemes[first + 1].is_sign('/') &&
                       !HasSpaces(lexemes, first + 1, reading.last);
  return reading;
}

// The separators between number, kind and issuer; 0 where there is none.
struct Separators {
  char before_kind = 0;
  char before_issuer = 0;
};

SymbolSystem SystemOf(std::string_view issuer, const Separators& separators) {
  if (IsPartyIssuer(issuer)) return SymbolSystem::kParty;
  if (IsStateIssuer(issuer)) return SymbolSystem::kState;
  return separators.before_kind == '/' && separators.before_issuer == '-'
             ? SymbolSystem::kState
             : SymbolSystem::kParty;
}

bool IsRegular(SymbolSystem system, const Separators& separators) {
  const bool is_party = system == SymbolSystem::kParty;
  return separators.before_kind == (is_party ? '-' : '/') &&
         separators.before_issuer == (is_party ? '/' : '-');
}

}  // namespace

std::string_view KindAbbreviation(std::string_view key) {
  for (const auto& [written, printed] : kKinds) {
    if (key == written) return printed;
  }
  return {};
}

std::optional<SymbolReading> ReadKindAndIssuer(const Lexemes& lexemes,
                                               int first, int number) {
  Separators separators;
  int at = first;
  if (IsSeparator(lexemes[at])) separators.before_kind = lexemes[at++].sign;
  if (!lexemes[at].is_word()) return std::nullopt;
  std::string_view kind = KindAbbreviation(lexemes[at].key);
  std::optional<IssuerReading> issuer;
  if (kind.empty()) {
    if (separators.before_kind == 0) return std::nullopt;
    issuer = ReadGlued(lexemes, at, &kind);
  } else {
    ++at;
    if (IsSeparator(lexemes[at])) {
      separators.before_issuer = lexemes[at++].sign;
    } else if (lexemes[at].is_sign(',')) {
      ++at;  // "18, 19-NQ, TW": only for the one issuer everybody knows.
    }
    issuer = ReadIssuer(lexemes, at, kind);
    if (issuer && separators.before_issuer == 0 && issuer->issuer != "TW") {
      return std::nullopt;
    }
  }
  if (!issuer) return std::nullopt;
  if (BreaksLine(lexemes, first, issuer->last)) return std::nullopt;

  SymbolReading reading;
  reading.symbol.system = SystemOf(issuer->issuer, separators);
  reading.symbol.number = number;
  reading.symbol.kind = kind;
  reading.symbol.issuer = issuer->issuer;
  reading.last = issuer->last;
  reading.is_regular = IsRegular(reading.symbol.system, separators) &&
                       !HasSpaces(lexemes, first, reading.last);
  return reading;
}

std::optional<SymbolReading> ReadSymbolWithoutKind(const Lexemes& lexemes,
                                                   int first,
                                                   std::string_view kind) {
  if (kind.empty() || !IsNumberOfSymbol(lexemes[first]) ||
      !MayBeginAt(lexemes, first) || !IsSeparator(lexemes[first + 1])) {
    return std::nullopt;
  }
  const std::optional<IssuerReading> issuer =
      ReadIssuer(lexemes, first + 2, kind);
  if (!issuer || !IsPartyIssuer(issuer->issuer) ||
      lexemes[first + 2].letter_case == LetterCase::kLower ||
      BreaksLine(lexemes, first + 1, issuer->last)) {
    return std::nullopt;
  }
  const Lexeme& after = lexemes[issuer->last + 1];
  if (lexemes.Touches(issuer->last + 1) &&
      (IsSeparator(after) || after.is_number())) {
    return std::nullopt;
  }
  SymbolReading reading;
  reading.symbol.system = SymbolSystem::kParty;
  reading.symbol.number = lexemes[first].number;
  reading.symbol.kind = kind;
  reading.symbol.issuer = issuer->issuer;
  reading.last = issuer->last;
  return reading;
}

std::optional<SymbolReading> ReadSymbol(const Lexemes& lexemes, int first) {
  if (!IsNumberOfSymbol(lexemes[first]) || !MayBeginAt(lexemes, first)) {
    return std::nullopt;
  }
  if (std::optional<SymbolReading> law = ReadLaw(lexemes, first)) return law;
  return ReadKindAndIssuer(lexemes, first + 1, lexemes[first].number);
}

}  // namespace tracuu
