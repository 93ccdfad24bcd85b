#include "common/domain/number_reader.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace tracuu {
namespace {

// Four digits are a year unless "số" says otherwise.
constexpr int kLargestBareNumber = 999;

int SkipNumberWord(const Lexemes& lexemes, int at, const KindWord& kind,
                   bool* says_number) {
  if (lexemes[at].is_sign('(') && lexemes[at + 1].is_word("số")) ++at;
  if (lexemes[at].is_word("số") || IsPhrase(lexemes, at, "số hiệu")) {
    *says_number = true;
    at += lexemes[at + 1].is_word("hiệu") ? 2 : 1;
    if (lexemes[at].is_sign(':') || lexemes[at].is_sign('.')) ++at;
  } else if (kind.is_abbreviation && lexemes[at].is_sign('-') &&
             lexemes.Touches(at)) {
    ++at;  // "NQ-35"
  }
  return at;
}

bool IsBareNumber(const Lexemes& lexemes, int at, bool says_number,
                  bool is_next) {
  const Lexeme& number = lexemes[at];
  if (number.number < 1 || number.digits > 4) return false;
  if (!says_number && number.number > kLargestBareNumber) return false;
  const Lexeme& after = lexemes[at + 1];
  if (IsCountedThing(after)) return false;
  if (lexemes.Touches(at + 1) && lexemes.Touches(at + 2) &&
      (after.is_sign('/') || after.is_sign('.') || after.is_sign('-'))) {
    return false;
  }
  if (after.sign == '?' || (after.is_word() && lexemes.Touches(at + 1))) {
    return false;
  }
  if (says_number || !is_next) return true;
  // "Nghị quyết 35 và 3 chuyên đề": a further number needs what makes it one.
  static constexpr std::array<std::string_view, 6> kGoesOn = {
      "của", "khóa", "ngày", "và", "về", "bộ"};
  return IsOneOf(after, kGoesOn) || after.is_sign(',') || after.is_sign('(') ||
         after.is_sign('-') || after.is_sign('/') || after.is_sign('.');
}

// One number of a list, with its symbol if it has one.
std::optional<CitationMention> ReadItem(const Lexemes& lexemes,
                                        const CitationMention& head, int at,
                                        bool says_number, bool is_next) {
  if (!lexemes[at].is_number()) return std::nullopt;
  CitationMention mention = head;
  std::optional<SymbolReading> symbol = ReadSymbol(lexemes, at);
  if (!symbol) symbol = ReadSymbolWithoutKind(lexemes, at, head.kind);
  if (symbol) {
    mention = MentionOfSymbol(head.first, *symbol);
    if (mention.kind.empty()) mention.kind = head.kind;
    mention.issuer = head.issuer;
    mention.says_regulation = head.says_regulation;
    mention.says_decision = head.says_decision;
    return mention;
  }
  if (!IsBareNumber(lexemes, at, says_number, is_next)) return std::nullopt;
  mention.form = MentionForm::kNumber;
  mention.number = lexemes[at].number;
  mention.last = at;
  return mention;
}

}  // namespace

CitationMention MentionOfSymbol(int first, const SymbolReading& reading) {
  CitationMention mention;
  mention.form = MentionForm::kSymbol;
  mention.first = first;
  mention.last = reading.last;
  mention.kind = reading.symbol.kind;
  mention.number = reading.symbol.number;
  mention.symbol = reading.symbol;
  mention.symbol_is_regular = reading.is_regular;
  return mention;
}

// "số 35-NQ/TW", "35", "18, 19-NQ/TW", "số 18 và 19 của Trung ương", "của Bộ
// Chính trị số 35"
std::vector<CitationMention> ReadNumbers(const Lexemes& lexemes,
                                         const CitationMention& head,
                                         const KindWord& kind, int at) {
  CitationMention start = head;
  if (lexemes[at].is_word("của") || lexemes[at].is_word("bộ") ||
      lexemes[at].is_word("ban")) {
    const int issuer_at = lexemes[at].is_word("của") ? at + 1 : at;
    const std::optional<IssuerWords> issuer =
        ReadIssuerWords(lexemes, issuer_at);
    if (!issuer || !lexemes[issuer->last + 1].is_word("số")) return {};
    start.issuer = issuer->issuer;
    at = issuer->last + 1;
  }
  bool says_number = false;
  at = SkipNumberWord(lexemes, at, kind, &says_number);
  std::vector<CitationMention> listed;
  for (int i = 0; i < kMostListed; ++i) {
    std::optional<CitationMention> item =
        ReadItem(lexemes, start, at, says_number, !listed.empty());
    if (!item) break;
    if (!listed.empty()) item->first = at;
    at = item->last + 1;
    listed.push_back(*std::move(item));
    const bool is_joint = lexemes[at].is_sign(',') ||
                          lexemes[at].is_sign(';') || lexemes[at].is_word("và");
    if (!is_joint) break;
    ++at;
    says_number = false;
    at = SkipNumberWord(lexemes, at, kind, &says_number);
  }
  return listed;
}

}  // namespace tracuu
