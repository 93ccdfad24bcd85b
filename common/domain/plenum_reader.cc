#include "common/domain/plenum_reader.h"

#include <optional>
#include <string_view>

namespace tracuu {
namespace {

using Mentions = std::vector<CitationMention>;

// Only the Central Committee has plenums; "Đảng" alone is no name for it.
std::optional<IssuerWords> ReadCentre(const Lexemes& lexemes, int first) {
  if (lexemes[first].is_word("đảng")) return std::nullopt;
  const std::optional<IssuerWords> centre = ReadIssuerWords(lexemes, first);
  if (centre && (centre->issuer == StatedIssuer::kCentral ||
                 centre->issuer == StatedIssuer::kCentralCommittee)) {
    return centre;
  }
  return std::nullopt;
}

// From the number of "Hội nghị lần thứ tư" on.
Mentions ReadPlenumByOrdinal(const Lexemes& lexemes,
                             const CitationMention& head, int at) {
  if (lexemes[at].is_word("thứ")) ++at;  // "lần thứ 8", "lần 8"
  const std::optional<Numeral> number = ReadOrdinal(lexemes, at);
  if (!number) return {};
  int after = number->last + 1;
  if (lexemes[after].is_sign(',')) ++after;
  if (lexemes[after].is_word("của")) ++after;
  const std::optional<IssuerWords> centre = ReadCentre(lexemes, after);
  if (!centre) return {};
  CitationMention mention = head;
  mention.form = MentionForm::kPlenum;
  mention.number = number->value;
  mention.last = centre->last;
  return {mention};
}

// "4", "4, 5 và 6", "4 và Trung ương 5"; what follows the last holds for all.
Mentions ReadPlenumNumbers(const Lexemes& lexemes, const CitationMention& head,
                           int at) {
  Mentions listed;
  for (int i = 0; i < kMostListed; ++i) {
    const std::optional<Numeral> number = ReadOrdinal(lexemes, at);
    if (!number || IsCountedThing(lexemes[number->last + 1])) break;
    CitationMention mention = head;
    if (!listed.empty()) mention.first = at;
    mention.form = MentionForm::kPlenum;
    mention.number = number->value;
    mention.last = number->last;
    listed.push_back(mention);
    at = number->last + 1;
    if (!lexemes[at].is_sign(',') && !lexemes[at].is_word("và")) break;
    ++at;
    for (const std::string_view centre : {"trung ương", "tw"}) {
      if (IsPhrase(lexemes, at, centre)) at += WordCount(centre);
    }
  }
  return listed;
}

}  // namespace

// "Trung ương 4", "Hội nghị Trung ương 4", "TW4", "T.Ư 4", "Hội nghị lần thứ
// tư Ban Chấp hành Trung ương".
std::vector<CitationMention> ReadPlenums(const Lexemes& lexemes,
                                         const CitationMention& head,
                                         const KindWord& kind, int at) {
  if (kind.kind != "NQ" && kind.kind != "KL") return {};
  // "Nghị quyết, Kết luận Hội nghị lần thứ tám …"
  const int joint = lexemes[at].is_sign(',') || lexemes[at].is_word("và");
  if (joint && IsPhrase(lexemes, at + 1, "kết luận")) at += 3;
  if (IsPhrase(lexemes, at, "của hội nghị")) ++at;
  if (IsPhrase(lexemes, at, "hội nghị lần")) {
    return ReadPlenumByOrdinal(lexemes, head, at + 3);
  }
  // "Nghị quyết lần thứ tư Ban Chấp hành Trung ương": "Hội nghị" left out.
  if (IsPhrase(lexemes, at, "lần thứ")) {
    return ReadPlenumByOrdinal(lexemes, head, at + 1);
  }
  // "NQ-TW4", "Nghị quyết TW-4"
  if (kind.is_abbreviation && lexemes[at].is_sign('-') && lexemes.Touches(at)) {
    ++at;
  }
  if (IsPhrase(lexemes, at, "hội nghị")) at += 2;
  int number = at;
  if (!kind.names_plenum) {
    const std::optional<IssuerWords> centre = ReadCentre(lexemes, at);
    if (!centre) return {};
    number = centre->last + 1;
    if (lexemes[number].is_sign('-') && lexemes.Touches(number) &&
        lexemes.Touches(number + 1)) {
      ++number;
    }
  }
  if (IsPhrase(lexemes, number, "lần thứ")) number += 2;
  return ReadPlenumNumbers(lexemes, head, number);
}

}  // namespace tracuu
