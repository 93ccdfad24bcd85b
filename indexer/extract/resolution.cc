#include "indexer/extract/resolution.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/domain/citation.h"
#include "common/domain/document_symbol.h"
#include "common/domain/resolution.h"

namespace tracuu::extract {
namespace {

// The article's text with everything but the searched blocks blanked out, and
// the tokens that are left. Offsets are those of the article's text.
struct MaskedText {
  std::string text;
  Analysis analysis;
};

MaskedText MaskUnsearched(const ArticleView& view) {
  const Article& article = view.article();
  MaskedText masked;
  masked.text.assign(article.text.size(), '\n');
  for (const Block& block : article.blocks) {
    if (!IsSearchedRole(block.role)) continue;
    std::copy(article.text.begin() + block.begin,
              article.text.begin() + block.end,
              masked.text.begin() + block.begin);
  }
  const Analysis& analysis = view.analysis();
  std::vector<std::uint32_t> new_index(analysis.tokens.size(), 0);
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    new_index[i] = static_cast<std::uint32_t>(masked.analysis.tokens.size());
    if (view.searched(i)) masked.analysis.tokens.push_back(analysis.tokens[i]);
  }
  for (Span span : analysis.spans) {
    const bool whole = span.first + span.count <= new_index.size() &&
                       view.searched(span.first) &&
                       view.searched(span.first + span.count - 1);
    if (!whole) continue;
    span.first = new_index[span.first];
    masked.analysis.spans.push_back(std::move(span));
  }
  return masked;
}

Certainty CertaintyOf(CitationStatus status) {
  switch (status) {
    case CitationStatus::kResolved:
    case CitationStatus::kOtherIssuer:
      return Certainty::kHigh;
    case CitationStatus::kResolvedWithWarning:
      return Certainty::kMedium;
    case CitationStatus::kUnresolved:
      return Certainty::kLow;
  }
  return Certainty::kLow;
}

void AddValue(std::vector<FacetValue>& values, const std::string& value,
              Evidence evidence) {
  const auto known =
      std::find_if(values.begin(), values.end(),
                   [&value](const FacetValue& v) { return v.value == value; });
  if (known != values.end()) {
    known->evidence.push_back(std::move(evidence));
    return;
  }
  FacetValue added;
  added.value = value;
  added.evidence.push_back(std::move(evidence));
  values.push_back(std::move(added));
}

// "35-NQ/TW:2018" and known ids stay; other symbols in the series' spelling;
// what is neither is kept as written.
std::string NormalizeStated(const std::string& stated) {
  if (const Resolution* known = FindResolution(stated)) return known->id;
  if (const auto symbol = ParseSymbol(stated)) return FormatSymbol(*symbol);
  return stated;
}

std::vector<FacetValue> StatedResolutions(const StatedFields& stated) {
  std::vector<FacetValue> values;
  for (const std::string& value : stated.resolutions) {
    const std::size_t first = value.find_first_not_of(" \t\n");
    if (first == std::string::npos) continue;
    const std::size_t last = value.find_last_not_of(" \t\n");
    Evidence evidence;
    evidence.kind = EvidenceKind::kRecord;
    evidence.rule = "resolution.record";
    evidence.detail = "resolution";
    AddValue(values, NormalizeStated(value.substr(first, last - first + 1)),
             evidence);
  }
  return values;
}

Evidence EvidenceOf(const Citation& citation) {
  Evidence evidence;
  evidence.begin = citation.begin;
  evidence.end = citation.end;
  evidence.rule = "resolution." + citation.rule;
  evidence.detail = citation.reason;
  evidence.certainty = CertaintyOf(citation.status);
  return evidence;
}

// A record that states a bare symbol means the document of that symbol which
// the text names: takes over its year and its proof.
void AddYear(const std::vector<FacetValue>& found, FacetValue& stated) {
  const std::string prefix = stated.value + ":";
  const auto is_it = [&prefix](const FacetValue& value) {
    return value.value.starts_with(prefix);
  };
  const auto known = std::find_if(found.begin(), found.end(), is_it);
  if (known == found.end() ||
      std::count_if(found.begin(), found.end(), is_it) > 1) {
    return;
  }
  stated.value = known->value;
  stated.evidence.insert(stated.evidence.end(), known->evidence.begin(),
                         known->evidence.end());
}

}  // namespace

std::vector<FacetValue> ExtractResolutions(const ArticleView& view,
                                           const Date& date,
                                           std::vector<Refusal>& refused) {
  const MaskedText masked = MaskUnsearched(view);
  const Citations citations = FindCitations(masked.text, masked.analysis, date);
  std::vector<FacetValue> values;
  for (const Citation& citation : citations.found) {
    for (const std::string& value : citation.values) {
      AddValue(values, value, EvidenceOf(citation));
    }
  }
  std::vector<FacetValue> stated = StatedResolutions(view.article().stated);
  if (!stated.empty()) {
    for (FacetValue& value : stated) AddYear(values, value);
    return stated;
  }
  // What names a document and gives no value: "Nghị quyết 35" alone.
  for (const Citation& citation : citations.found) {
    if (!citation.values.empty()) continue;
    refused.push_back(
        {"resolution", citation.begin, citation.end, citation.reason});
  }
  for (const NotCitation& not_citation : citations.refused) {
    refused.push_back({"resolution", not_citation.begin, not_citation.end,
                       not_citation.reason});
  }
  return values;
}

}  // namespace tracuu::extract
