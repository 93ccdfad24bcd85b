#include "common/domain/congress_reader.h"

#include <array>
#include <optional>
#include <string_view>

namespace tracuu {
namespace {

using Mentions = std::vector<CitationMention>;

// "Đại hội đại biểu toàn quốc lần thứ …": how many such phrases in a row.
constexpr int kMostCongressWords = 6;

// "Đảng bộ tỉnh", "Đoàn TNCS", "Công đoàn" …
bool NamesOtherBody(const Lexemes& lexemes, int at) {
  if (lexemes[at].is_word("của")) ++at;
  if (IsPhrase(lexemes, at, "đảng bộ") || IsPhrase(lexemes, at, "đảng ủy") ||
      IsPhrase(lexemes, at, "chi bộ") || IsPhrase(lexemes, at, "chi đoàn") ||
      IsPhrase(lexemes, at, "đảng các cấp") ||
      IsPhrase(lexemes, at, "mặt trận")) {
    return true;
  }
  static constexpr std::array<std::string_view, 12> kBodies = {
      "đoàn", "công",  "hội", "liên", "tỉnh", "huyện",
      "xã",   "thành", "thị", "quận", "khối", "hđnd"};
  return IsOneOf(lexemes[at], kBodies);
}

int SkipCongressWords(const Lexemes& lexemes, int at) {
  for (int i = 0; i < kMostCongressWords; ++i) {
    int words = 0;
    for (const std::string_view phrase :
         {"đại biểu", "toàn quốc", "lần thứ", "lần", "đảng", "của đảng",
          "đảng cộng sản việt nam", "cấp cao"}) {
      if (NamesOtherBody(lexemes, at)) return at;
      if (IsPhrase(lexemes, at, phrase) && WordCount(phrase) > words) {
        words = WordCount(phrase);
      }
    }
    if (words == 0) break;
    at += words;
  }
  return at;
}

Mentions ReadCongressNumbers(const Lexemes& lexemes,
                             const CitationMention& head, int at) {
  Mentions listed;
  for (int i = 0; i < kMostListed; ++i) {
    const std::optional<Numeral> number = ReadOrdinal(lexemes, at);
    if (!number) break;
    CitationMention mention = head;
    if (!listed.empty()) mention.first = at;
    mention.number = number->value;
    mention.last = number->last;
    listed.push_back(mention);
    at = number->last + 1;
    if (NamesOtherBody(lexemes, at)) {
      for (CitationMention& one : listed) one.issuer = StatedIssuer::kOther;
      break;
    }
    const bool is_joint = lexemes[at].is_sign(',') || lexemes[at].is_word("và");
    if (!is_joint || !ReadRoman(lexemes, at + 1)) break;
    ++at;
  }
  return listed;
}

// "Đại hội XIII của Đảng", "Đại hội đại biểu toàn quốc lần thứ XIII", "ĐH
// XIII"; the congress of another body ("Đại hội Đảng bộ tỉnh lần thứ XX") is
// another issuer's.
Mentions ReadCongressWords(const Lexemes& lexemes, const CitationMention& head,
                           const KindWord& kind, int at) {
  if (IsPhrase(lexemes, at, "của đại hội")) ++at;
  if (kind.names_congress) {
    // The congress is part of the kind word.
  } else if (IsPhrase(lexemes, at, "đại hội")) {
    at += 2;
  } else if (lexemes[at].is_word("đh")) {
    at += 1;
  } else {
    return {};
  }
  CitationMention mention = head;
  mention.form = MentionForm::kCongress;
  mention.last = at - 1;
  at = SkipCongressWords(lexemes, at);
  if (NamesOtherBody(lexemes, at)) {
    mention.issuer = StatedIssuer::kOther;
    return {mention};
  }
  return ReadCongressNumbers(lexemes, mention, at);
}

// "Nghị quyết XIII của Đảng"
Mentions ReadElliptic(const Lexemes& lexemes, const CitationMention& head,
                      int at) {
  const std::optional<Numeral> number = ReadRoman(lexemes, at);
  if (!number || !IsPhrase(lexemes, number->last + 1, "của đảng") ||
      NamesOtherBody(lexemes, number->last + 1)) {
    return {};
  }
  CitationMention mention = head;
  mention.form = MentionForm::kElliptic;
  mention.number = number->value;
  mention.last = number->last + 2;
  return {mention};
}

}  // namespace

std::vector<CitationMention> ReadCongresses(const Lexemes& lexemes,
                                            const CitationMention& head,
                                            const KindWord& kind, int at) {
  if (kind.kind != "NQ") return {};
  Mentions congresses = ReadCongressWords(lexemes, head, kind, at);
  return congresses.empty() ? ReadElliptic(lexemes, head, at) : congresses;
}

}  // namespace tracuu
