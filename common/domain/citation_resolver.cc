#include "common/domain/citation_resolver.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/domain/candidates.h"
#include "common/domain/citation_words.h"
#include "common/domain/number_resolver.h"
#include "common/domain/plenum_resolver.h"

namespace tracuu {
namespace {

// The first congress whose documents the search is about (1986).
constexpr int kFirstCongress = 6;
// The XIV, the last so far; an article without a date cannot cite a later one.
constexpr int kLastCongressYear = 2026;

// Congresses meet every five years: the VI in 1986, the XIII in 2021.
int YearOfCongress(int number) { return 1956 + 5 * number; }

std::string CongressId(int number) { return "NQĐH-" + ToRoman(number); }

bool IsCentral(const DocumentSymbol& symbol) {
  return symbol.system == SymbolSystem::kParty && symbol.issuer == "TW";
}

// Resolutions of the Government and the National Assembly, documents of other
// committees: known by their symbols, kept apart from the centre's.
Citation OfOtherIssuer(const CitationMention& mention) {
  Citation citation = Outcome(CitationStatus::kOtherIssuer, "other-issuer",
                              "another issuer's document");
  if (!mention.symbol) return citation;
  const DocumentSymbol& symbol = *mention.symbol;
  // "Nghị quyết 202/2025/QH15" has no kind in its symbol.
  const bool is_assembly_resolution =
      symbol.kind.empty() && mention.kind == "NQ";
  if (IsFacetKind(symbol, mention.says_decision) || is_assembly_resolution) {
    citation.values.push_back(FormatSymbol(symbol));
  } else {
    citation.reason = "a document of a kind that is no facet value";
  }
  return citation;
}

Citation ResolveCongress(const CitationMention& mention,
                         const MentionContext& context) {
  const int year = YearOfCongress(mention.number);
  const int article_year = context.article_date.year;
  if (mention.number < kFirstCongress || mention.terms.size() > 1 ||
      mention.number > 39 ||
      year > (article_year != 0 ? article_year : kLastCongressYear)) {
    return Outcome(CitationStatus::kOtherIssuer, "other-congress",
                   "no congress of the Party had that number by then");
  }
  // A local congress of the same number names its own years.
  if (mention.term_years.year != 0 && mention.term_years.year != year) {
    return Outcome(CitationStatus::kOtherIssuer, "other-congress",
                   "the years are those of another congress");
  }
  Citation citation =
      Outcome(CitationStatus::kResolved, "congress", "the congress is named");
  citation.values.push_back(CongressId(mention.number));
  if (mention.form == MentionForm::kElliptic) {
    citation.status = CitationStatus::kResolvedWithWarning;
    citation.reason = "\"Đại hội\" is left out";
  }
  return citation;
}

// Each document of a name replaced the one before it.
Citation ResolveName(const CitationMention& mention,
                     const MentionContext& context) {
  Candidates candidates = mention.named;
  KeepIf(&candidates, [&context](const Resolution* candidate) {
    return ExistsBy(*candidate, context.article_date);
  });
  const bool is_dated = context.article_date.year != 0;
  if (candidates.size() == 1 || (is_dated && !candidates.empty())) {
    const Resolution& last = *candidates.back();
    Citation citation =
        last.verified
            ? Outcome(CitationStatus::kResolved, "name", "known by its name")
            : Outcome(CitationStatus::kResolvedWithWarning, "name",
                      "known by its name; its number is not verified");
    citation.values.push_back(last.id);
    return citation;
  }
  Citation citation =
      Outcome(CitationStatus::kUnresolved, "name",
              "several documents bear that name; the article has no date");
  citation.candidates = IdsOf(candidates);
  return citation;
}

}  // namespace

Citation Resolve(const CitationMention& mention,
                 const MentionContext& context) {
  if (mention.symbol && !IsCentral(*mention.symbol)) {
    const Candidates known =
        ResolutionsWithSymbol(FormatSymbol(*mention.symbol));
    if (known.empty()) return OfOtherIssuer(mention);
    Citation citation = Outcome(CitationStatus::kResolved, "symbol",
                                "a known document of a central organ");
    citation.values = IdsOf(known);
    return citation;
  }
  if (!mention.symbol && mention.issuer == StatedIssuer::kOther) {
    return OfOtherIssuer(mention);
  }
  switch (mention.form) {
    case MentionForm::kSymbol:
    case MentionForm::kNumber:
      return ResolveNumber(mention, context);
    case MentionForm::kPlenum:
      return ResolvePlenum(mention, context);
    case MentionForm::kCongress:
    case MentionForm::kElliptic:
      return ResolveCongress(mention, context);
    case MentionForm::kName:
      return ResolveName(mention, context);
  }
  return {};
}

}  // namespace tracuu
