// Whatever the text: citations, what is refused and dates lie inside it and in
// order, a resolved citation names a document, a date is a real one, and the
// printed form of a symbol is read as that symbol.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "common/domain/citation.h"
#include "common/domain/date.h"
#include "common/domain/document_symbol.h"
#include "common/text/analyze.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckCitations(std::string_view text, const tracuu::Analysis& analysis,
                    const tracuu::Date& article_date) {
  const tracuu::Citations citations =
      tracuu::FindCitations(text, analysis, article_date);
  std::uint32_t at = 0;
  for (const tracuu::Citation& citation : citations.found) {
    Require(citation.begin >= at && citation.begin < citation.end &&
            citation.end <= text.size());
    at = citation.end;
    Require(citation.status != tracuu::CitationStatus::kResolved ||
            !citation.values.empty());
    Require(!citation.rule.empty() && !citation.reason.empty());
  }
  for (const tracuu::NotCitation& refused : citations.refused) {
    Require(refused.begin < refused.end && refused.end <= text.size());
  }
}

void CheckDates(std::string_view text, const tracuu::Analysis& analysis) {
  std::uint32_t at = 0;
  for (const tracuu::DateMention& mention : tracuu::FindDates(text, analysis)) {
    Require(mention.begin >= at && mention.begin < mention.end &&
            mention.end <= text.size());
    at = mention.end;
    Require(!mention.date.is_day() || tracuu::IsRealDay(mention.date));
    Require(mention.minute_of_day >= -1 && mention.minute_of_day < 24 * 60);
  }
}

void CheckSymbol(std::string_view text) {
  const std::optional<tracuu::DocumentSymbol> symbol =
      tracuu::ParseSymbol(text);
  if (!symbol) return;
  Require(tracuu::ParseSymbol(tracuu::FormatSymbol(*symbol)) == symbol);
}

}  // namespace

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const tracuu::Analysis analysis = tracuu::Analyze(text);
  CheckCitations(text, analysis, {});
  CheckCitations(text, analysis, {2020, 6, 0});
  CheckDates(text, analysis);
  CheckSymbol(text);
  return 0;
}
