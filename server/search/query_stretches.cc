#include "server/search/query_stretches.h"

#include "server/search/query_field.h"
#include "server/search/query_lexer.h"

namespace tracuu {
namespace {

bool NamesSomething(std::string_view facet) {
  return facet == "province" || facet == "province_now" || facet == "unit";
}

// Behind the opening quotation mark, whose size depends on which it is.
Stretch InsideOf(const Lexeme& phrase, std::string_view query) {
  const auto begin =
      static_cast<std::size_t>(phrase.text.data() - query.data());
  return {StretchKind::kPhrase, begin, begin + phrase.text.size()};
}

}  // namespace

std::vector<Stretch> FindStretches(std::string_view query) {
  const std::vector<Lexeme> lexemes = LexQuery(query);
  std::vector<Stretch> stretches;
  StretchKind kind = StretchKind::kWords;
  bool skips = false;     // The next lexeme is a value to leave alone.
  bool one_word = false;  // The stretch ends with this word.
  bool open = false;      // The last lexeme was a word of the last stretch.
  for (const Lexeme& lexeme : lexemes) {
    switch (lexeme.kind) {
      case LexemeKind::kMinus:
        kind = StretchKind::kExcluded;
        one_word = true;
        open = false;
        continue;
      case LexemeKind::kExact:
        if (kind == StretchKind::kWords) kind = StretchKind::kExact;
        one_word = true;
        open = false;
        continue;
      case LexemeKind::kField: {
        const std::string_view field = FindQueryField(lexeme.text)->field;
        skips = field != "title" && !NamesSomething(field);
        one_word = field == "title";
        if (NamesSomething(field)) kind = StretchKind::kName;
        open = false;
        continue;
      }
      case LexemeKind::kWord:
        if (skips) break;
        if (open) {
          stretches.back().end = lexeme.end;
          continue;
        }
        stretches.push_back({kind, lexeme.begin, lexeme.end});
        open = !one_word;
        kind = StretchKind::kWords;
        one_word = false;
        continue;
      case LexemeKind::kPhrase:
        if (skips) break;
        stretches.push_back(InsideOf(lexeme, query));
        if (kind != StretchKind::kWords) stretches.back().kind = kind;
        break;
      default:
        break;
    }
    kind = StretchKind::kWords;
    skips = one_word = open = false;
  }
  return stretches;
}

std::string ReplaceStretches(std::string_view query,
                             const std::vector<Stretch>& stretches,
                             const std::vector<std::string>& texts) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    out += query.substr(at, stretches[i].begin - at);
    out += texts[i];
    at = stretches[i].end;
  }
  out += query.substr(at);
  return out;
}

}  // namespace tracuu
