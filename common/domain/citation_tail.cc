#include "common/domain/citation_tail.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/domain/citation_words.h"
#include "common/domain/plenum_reader.h"

namespace tracuu {
namespace {

constexpr int kMostParts = 8;
constexpr int kMostTerms = 6;

// The date that begins where the lexeme `first` begins, or null.
const DateMention* DateAt(const Lexemes& lexemes,
                          const std::vector<DateMention>& dates, int first) {
  const auto found = std::ranges::lower_bound(dates, lexemes[first].begin, {},
                                              &DateMention::begin);
  if (found == dates.end() || found->begin != lexemes[first].begin) {
    return nullptr;
  }
  return first < lexemes.size() ? &*found : nullptr;
}

int LastLexemeBefore(const Lexemes& lexemes, int first, std::uint32_t end) {
  int last = first;
  while (last + 1 < lexemes.size() && lexemes[last + 1].begin < end) ++last;
  return last;
}

// "ngày 22/10/2018", "(22/10/2018)", "năm 2018"; the last lexeme, or -1.
int ReadStatedDate(const Lexemes& lexemes,
                   const std::vector<DateMention>& dates, int first,
                   CitationMention* mention) {
  if (const DateMention* date = DateAt(lexemes, dates, first)) {
    if (mention->date.year == 0) mention->date = date->date;
    return LastLexemeBefore(lexemes, first, date->end);
  }
  const Lexeme& year = lexemes[first + 1];
  if (lexemes[first].is_word("năm") && year.is_number() && year.digits == 4) {
    if (mention->date.year == 0) {
      mention->date.year = static_cast<std::int16_t>(year.number);
    }
    return first + 1;
  }
  return -1;
}

// "khóa XII", "khóa XI, XII", "khóa XI và khóa XII", "khóa 12".
int ReadTerms(const Lexemes& lexemes, int first, CitationMention* mention) {
  if (!lexemes[first].is_word("khóa")) return -1;
  int last = -1;
  int at = first + 1;
  for (int i = 0; i < kMostTerms; ++i) {
    const std::optional<Numeral> term = ReadOrdinal(lexemes, at);
    if (!term) break;
    mention->terms.push_back(ToRoman(std::min(term->value, 39)));
    last = term->last;
    at = last + 1;
    const bool is_joint = lexemes[at].is_sign(',') ||
                          lexemes[at].is_sign(';') ||
                          lexemes[at].is_sign('-') || lexemes[at].is_word("và");
    if (!is_joint) break;
    ++at;
    if (lexemes[at].is_word("khóa")) {
      ++at;
    } else if (lexemes[at].is_number()) {
      break;  // "khóa XII, 3 năm qua"
    }
  }
  return last;
}

// "(XII)", "(XI, XII)" behind a plenum: "khóa" left out.
int ReadBareTerms(const Lexemes& lexemes, int first, CitationMention* mention) {
  if (mention->form != MentionForm::kPlenum ||
      !lexemes[first - 1].is_sign('(')) {
    return -1;
  }
  std::vector<std::string> terms;
  for (int at = first, i = 0; i < kMostTerms; ++i) {
    const std::optional<Numeral> term = ReadRoman(lexemes, at);
    if (!term) return -1;
    terms.push_back(ToRoman(term->value));
    at = term->last + 1;
    if (lexemes[at].is_sign(')')) {
      mention->terms.insert(mention->terms.end(), terms.begin(), terms.end());
      return term->last;
    }
    if (!lexemes[at].is_sign(',') && !lexemes[at].is_word("và")) return -1;
    ++at;
  }
  return -1;
}

// "được Bộ Chính trị ban hành ngày …"
int ReadPromulgator(const Lexemes& lexemes, int first,
                    CitationMention* mention) {
  if (!lexemes[first].is_word("được")) return -1;
  const std::optional<IssuerWords> issuer = ReadIssuerWords(lexemes, first + 1);
  if (!issuer || issuer->issuer == StatedIssuer::kOther ||
      !IsPhrase(lexemes, issuer->last + 1, "ban hành")) {
    return -1;
  }
  if (mention->issuer == StatedIssuer::kNone) mention->issuer = issuer->issuer;
  return issuer->last + 2;
}

// "của Hội nghị Trung ương 7", "Hội nghị lần thứ bảy Ban Chấp hành Trung ương":
// the plenum that issued it.
int ReadStatedPlenum(const Lexemes& lexemes, int first,
                     CitationMention* mention) {
  const bool takes_plenum = mention->form == MentionForm::kNumber ||
                            mention->form == MentionForm::kSymbol;
  int at = lexemes[first].is_word("của") ? first + 1 : first;
  if (!takes_plenum || !IsPhrase(lexemes, at, "hội nghị")) return -1;
  const std::vector<CitationMention> plenums =
      ReadPlenums(lexemes, CitationMention{}, KindWord{"NQ", first}, at);
  if (plenums.size() != 1) return -1;
  mention->plenum = plenums.front().number;
  if (mention->issuer == StatedIssuer::kNone ||
      mention->issuer == StatedIssuer::kCentral) {
    mention->issuer = StatedIssuer::kCentralCommittee;
  }
  return plenums.front().last;
}

// "của Bộ Chính trị"; without "của" only who cannot begin a new clause.
int ReadStatedIssuer(const Lexemes& lexemes, int first, bool after_sign,
                     CitationMention* mention) {
  const bool has_of =
      lexemes[first].is_word("của") ||
      (lexemes[first].is_word("do") && !lexemes[first + 1].is_word("đồng"));
  const int begin = has_of ? first + 1 : first;
  const std::optional<IssuerWords> issuer = ReadIssuerWords(lexemes, begin);
  if (!issuer) return -1;
  if (!has_of) {
    const bool is_plain_central = issuer->issuer == StatedIssuer::kCentral;
    const bool is_council = lexemes[begin].key == "hđnd";
    const bool is_body = issuer->issuer != StatedIssuer::kOther || is_council;
    if (after_sign || is_plain_central || !is_body) return -1;
  }
  if (mention->issuer == StatedIssuer::kNone ||
      mention->issuer == StatedIssuer::kCentral) {
    mention->issuer = issuer->issuer;
  }
  return issuer->last;
}

// "nhiệm kỳ 2020 - 2025"
int ReadTermYears(const Lexemes& lexemes, int first, CitationMention* mention) {
  if (!IsPhrase(lexemes, first, "nhiệm kỳ")) return -1;
  const Lexeme& from = lexemes[first + 2];
  if (!from.is_number() || from.digits != 4) return -1;
  mention->term_years.year = static_cast<std::int16_t>(from.number);
  const bool has_end =
      lexemes[first + 3].is_sign('-') && lexemes[first + 4].is_number();
  return has_end ? first + 4 : first + 2;
}

}  // namespace

void ReadTail(const Lexemes& lexemes, const std::vector<DateMention>& dates,
              CitationMention* mention) {
  for (int part = 0; part < kMostParts; ++part) {
    int at = mention->last + 1;
    if (lexemes[at].line_before && !lexemes[at].is_sign('(')) return;
    const bool after_sign =
        lexemes[at].is_sign(',') || lexemes[at].is_sign('(');
    if (after_sign) ++at;
    // "Nghị quyết Trung ương 4 - khóa XII"
    if (lexemes[at].is_sign('-') && lexemes[at + 1].is_word("khóa")) ++at;
    if (IsPhrase(lexemes, at, "ban hành")) at += 2;

    int last = ReadStatedDate(lexemes, dates, at, mention);
    if (last < 0) last = ReadTerms(lexemes, at, mention);
    if (last < 0) last = ReadBareTerms(lexemes, at, mention);
    if (last < 0) last = ReadTermYears(lexemes, at, mention);
    if (last < 0) last = ReadPromulgator(lexemes, at, mention);
    if (last < 0) last = ReadStatedPlenum(lexemes, at, mention);
    if (last < 0) last = ReadStatedIssuer(lexemes, at, after_sign, mention);
    if (last < 0) return;
    if (lexemes[last + 1].is_sign(')')) ++last;
    mention->last = last;
  }
}

}  // namespace tracuu
